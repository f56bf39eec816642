package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.peers.ReferenceNet;

/**
 * Measures and writes docs/performance.md. Arguments: the folder of the sources, then what to measure: names of networks, or
 * {@code start}, {@code monitoring}, {@code explanations}; or {@code work}. With names the page is left alone and the result only shown.
 */
public final class Benchmarks {
    private static final Logger LOG = LoggerFactory.getLogger(Benchmarks.class);

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<String> names = Arrays.stream(arguments)
                .skip(1)
                .filter(name -> !name.isBlank())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        Path scratch = Files.createTempDirectory(
                Files.createDirectories(root.resolve("training-runner/peers/target")), "benchmarks");
        MachineFacts machine = MachineFacts.current();
        List<String> texts = new ArrayList<>();
        for (Section section : chosen(names, root)) {
            texts.add(section.measure(scratch));
        }
        texts.add(0, String.format(Locale.ROOT, """
            # Performance

            Written by `mvn -Pbenchmarks verify` (CONTRIBUTING.md says how to run nothing else).

            %s
            """, machine.text()));
        String text = String.join("\n", texts);
        LOG.info("{}", text);
        if (names.isEmpty()) {
            Path file = root.resolve("docs/performance.md");
            Files.writeString(file, text + canvas(Files.readString(file)));
        }
        // Explicitly, since threads of libraries would keep the process alive.
        System.exit(0);
    }

    /** What another profile measures, and this one leaves as it is. */
    private static String canvas(String before) {
        int start = before.indexOf("\n## The canvas");
        return start < 0 ? "" : before.substring(start);
    }

    private static List<Section> chosen(List<String> names, Path root) {
        Map<String, Section> others = new LinkedHashMap<>();
        others.put("START", new ColdStart(root.resolve("examples/lenet-mnist.vitrine")));
        others.put("MONITORING", new MonitoringCost(root.resolve("examples/mlp-spirals.vitrine")));
        others.put("LAYER_TIMES", new LayerTimingCost());
        others.put("EXPLANATIONS", new ExplanationSpeed());
        if (names.contains("WORK")) {
            return List.of(new WorkSpeed());
        }
        List<ReferenceNet> nets = Arrays.stream(ReferenceNet.values())
                .filter(net -> names.isEmpty() || names.contains(net.name()))
                .toList();
        List<Section> sections = new ArrayList<>();
        if (!nets.isEmpty()) {
            sections.add(new TrainingSpeed(nets));
            sections.add(new Profile(nets));
        }
        others.forEach((name, section) -> {
            if (names.isEmpty() || names.contains(name)) {
                sections.add(section);
            }
        });
        return sections;
    }
}
