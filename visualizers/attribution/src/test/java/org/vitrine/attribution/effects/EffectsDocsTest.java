package org.vitrine.attribution.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;

/** Which example can be asked what counts; a table of docs/explanations.md. {@code -Dvitrine.golden=write} writes what is true now. */
class EffectsDocsTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Path DOCS = Path.of("../../docs/explanations.md");
    private static final String BEGIN = "<!-- made by EffectsDocsTest: begin -->\n";
    private static final String END = "<!-- made by EffectsDocsTest: end -->";

    @Test
    void theDocumentationSaysWhatFits() throws Exception {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>(
                List.of("| Model | Permutation importance of | Partial dependence, ICE on |", "|---|---|---|"));
        for (Path file : documents()) {
            GraphDocument document = DocumentJson.read(file);
            Dataset data = DatasetCatalogue.builtIn().load(document.data());
            ModelFacts facts = new ModelFacts(document.flat().graph(), data.spec());
            rows.add("| " + String.valueOf(file.getFileName()).replace(".vitrine", "") + " | "
                    + Effects.importanceRefusal(facts, data)
                            .map(why -> number(why, reasons))
                            .orElseGet(() -> divisions(data))
                    + " | "
                    + Effects.dependenceRefusal(facts, data)
                            .map(why -> number(why, reasons))
                            .orElseGet(() -> columns(data))
                    + " |");
            partsHoldEachPlaceOnce(data);
        }
        String notes = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + ". " + reason.getKey())
                .collect(Collectors.joining("\n"));
        check(String.join("\n", rows) + "\n\nA number: refused, with this reason.\n\n" + notes + "\n");
    }

    private static String divisions(Dataset data) {
        return InputParts.divisions(data).stream().map(Division::id).collect(Collectors.joining(", "));
    }

    private static String columns(Dataset data) {
        List<InputColumn> columns = InputColumns.of(data);
        return columns.stream()
                        .map(column -> column.kind().name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + " (" + columns.size() + ")";
    }

    private static String number(String reason, Map<String, Integer> reasons) {
        return Integer.toString(reasons.computeIfAbsent(reason, any -> reasons.size() + 1));
    }

    private static void partsHoldEachPlaceOnce(Dataset data) {
        int size = (int) data.spec().input().size();
        for (Division division : InputParts.divisions(data)) {
            int[] places = InputParts.of(data, division, InputParts.USUAL, Locale.ENGLISH).stream()
                    .flatMapToInt(part -> Arrays.stream(part.places()))
                    .sorted()
                    .toArray();
            assertThat(places)
                    .as("%s of %s", division, data.descriptor().id())
                    .isEqualTo(IntStream.range(0, size).toArray());
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(EXAMPLES, EXAMPLES.resolve("templates"))) {
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(file -> file.toString().endsWith(".vitrine"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static void check(String now) throws IOException {
        String text = Files.readString(DOCS);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (System.getProperty("vitrine.golden", "").equals("write")) {
            Files.writeString(DOCS, text.substring(0, from) + now + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("docs/explanations.md is stale: run with -Dvitrine.golden=write")
                .isEqualTo(now);
    }
}
