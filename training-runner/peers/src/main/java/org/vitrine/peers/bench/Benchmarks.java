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
 * Measures and writes docs/performance.md. Arguments: the page, then what to measure: names of networks, or of the other
 * sections. With names the page is left alone and the result only shown.
 */
public final class Benchmarks {
    private static final Logger LOG = LoggerFactory.getLogger(Benchmarks.class);

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        List<String> names = Arrays.stream(arguments)
                .skip(1)
                .filter(name -> !name.isBlank())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        Path scratch = Files.createTempDirectory("vitrine-benchmarks");
        MachineFacts machine = MachineFacts.current();
        List<String> texts = new ArrayList<>();
        for (Section section : chosen(names)) {
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
            Files.writeString(page, text);
        }
        // Explicitly, since threads of libraries would keep the process alive.
        System.exit(0);
    }

    private static List<Section> chosen(List<String> names) {
        Map<String, Section> others = new LinkedHashMap<>();
        List<ReferenceNet> nets = Arrays.stream(ReferenceNet.values())
                .filter(net -> names.isEmpty() || names.contains(net.name()))
                .toList();
        List<Section> sections = new ArrayList<>();
        if (!nets.isEmpty()) {
            sections.add(new TrainingSpeed(nets));
        }
        others.forEach((name, section) -> {
            if (names.isEmpty() || names.contains(name)) {
                sections.add(section);
            }
        });
        return sections;
    }
}
