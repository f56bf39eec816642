package org.vitrine.attribution.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.attribution.maximisation.UnitLayers;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;

/** Which method fits which example; tables of docs/explanations.md. {@code -Dvitrine.golden=write} writes what is true now. */
class SupportMatrixTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    /** Loading data takes longer than all else. */
    private static final Map<Path, ModelFacts> FACTS = new HashMap<>();

    private static final Path DOCS = Path.of("../../docs/explanations.md");

    @Test
    void theDocumentationHasTheMethodsWithTheirOptions() throws IOException {
        AttributionTexts texts = new AttributionTexts(Locale.ENGLISH);
        List<String> rows = new ArrayList<>(
                List.of("| Family | Method | Options, and their usual values | Paper |", "|---|---|---|---|"));
        for (AttributionMethod method : AttributionMethods.all()) {
            String options = method.options().stream()
                    .map(option -> "`" + option.name() + "`" + (option.usual().isEmpty() ? "" : " " + option.usual()))
                    .collect(Collectors.joining(", "));
            rows.add("| " + texts.family(method.family()) + " | " + texts.title(method.id()) + " `" + method.id()
                    + "` | " + options + " | " + texts.reference(method.id()) + " |");
        }
        check("methods", String.join("\n", rows));
    }

    @Test
    void theDocumentationHasTheMatrix() throws Exception {
        check(
                "support",
                matrix(
                        AttributionMethods.all().stream()
                                .map(AttributionMethod::id)
                                .toList(),
                        AttributionMethods::refusals));
    }

    @Test
    void theDocumentationHasWhatCanBeAskedAboutTrainingExamples() throws Exception {
        check(
                "neighbours",
                matrix(
                        Arrays.stream(NeighbourQuestion.values())
                                .map(NeighbourQuestion::id)
                                .toList(),
                        facts -> {
                            Map<String, String> refusals = new HashMap<>();
                            NeighbourQuestion.refusals(facts)
                                    .forEach((question, why) -> refusals.put(question.id(), why));
                            return refusals;
                        }));
    }

    @Test
    void theDocumentationHasWhoseUnitsCanBeMaximised() throws Exception {
        List<String> kinds = List.of("output", "channels", "units");
        check("units", matrix(kinds, facts -> {
            Map<String, String> refusals = new HashMap<>();
            UnitLayers.refusal(facts).ifPresent(why -> kinds.forEach(kind -> refusals.put(kind, why)));
            if (refusals.isEmpty()) {
                List<UnitLayer> inner = UnitLayers.of(facts);
                List<UnitLayer> hidden = inner.subList(0, inner.size() - 1);
                if (hidden.stream().noneMatch(layer -> layer.places().length > 0)) {
                    refusals.put("channels", "No layer but the output has units with places");
                }
                if (hidden.stream().noneMatch(layer -> layer.places().length == 0)) {
                    refusals.put("units", "No layer but the output has units without places");
                }
            }
            return refusals;
        }));
    }

    /** A row for each document, a column for each id; reasons below. */
    private static String matrix(List<String> columns, Function<ModelFacts, Map<String, String>> refusing)
            throws Exception {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>(List.of(
                columns.stream().collect(Collectors.joining("` | `", "| Model | `", "` |")),
                "|---|" + ":-:|".repeat(columns.size())));
        for (Path file : documents()) {
            Map<String, String> refusals = refusing.apply(facts(file));
            String name = String.valueOf(file.getFileName()).replace(".vitrine", "");
            rows.add("| " + name + " | "
                    + columns.stream()
                            .map(column -> cell(refusals.get(column), reasons))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        String notes = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + ". " + reason.getKey())
                .collect(Collectors.joining("\n"));
        return String.join("\n", rows) + "\n\n✓ fits; a number: refused, with this reason.\n\n" + notes;
    }

    private static ModelFacts facts(Path file) throws Exception {
        ModelFacts known = FACTS.get(file);
        if (known == null) {
            GraphDocument document = DocumentJson.read(file);
            known = new ModelFacts(
                    document.flat().graph(),
                    DatasetCatalogue.builtIn().load(document.data()).spec());
            FACTS.put(file, known);
        }
        return known;
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

    private static String cell(@org.jspecify.annotations.Nullable String refusal, Map<String, Integer> reasons) {
        if (refusal == null) {
            return "✓";
        }
        return Integer.toString(reasons.computeIfAbsent(refusal, any -> reasons.size() + 1));
    }

    private static void check(String table, String now) throws IOException {
        String begin = "<!-- made by SupportMatrixTest, " + table + ": begin -->\n";
        String end = "<!-- made by SupportMatrixTest, " + table + ": end -->";
        String text = Files.readString(DOCS);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (System.getProperty("vitrine.golden", "").equals("write")) {
            Files.writeString(DOCS, text.substring(0, from) + now + "\n" + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("docs/explanations.md is stale: run with -Dvitrine.golden=write")
                .isEqualTo(now + "\n");
    }
}
