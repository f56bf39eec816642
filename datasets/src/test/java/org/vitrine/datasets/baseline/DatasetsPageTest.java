package org.vitrine.datasets.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Baselines;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;

/** {@code docs/datasets.md} tells of each data set that comes with the program, and tells what is so. */
class DatasetsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "datasets.md");
    private static final String BEGIN = "<!-- written by DatasetsPageTest -->\n";
    private static final String END = "<!-- end -->\n";
    private static final Path WRITTEN = Path.of("target", "datasets.md");
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String SUFFIX = ".vitrine";
    private static final DatasetCatalogue CATALOGUE = DatasetCatalogue.builtIn();
    private static final DatasetTexts TEXTS = new DatasetTexts(Locale.ENGLISH);

    @Test
    void thePageTellsOfEachDataSet() throws IOException, DatasetException {
        String template =
                Files.readString(Path.of("src/test/resources/datasets-page.md")).replace("\r\n", "\n");
        Map<String, String> scores = scores();
        Map<String, List<String>> examples = examples();
        StringBuilder rows = new StringBuilder();
        for (String id : CataloguedSets.ids()) {
            String scored = examples.getOrDefault(id, List.of()).stream()
                    .map(name -> "[" + name + "](../examples/" + name + ".vitrine): " + scores.getOrDefault(name, ""))
                    .collect(Collectors.joining("<br>"));
            rows.append(row(id, scored)).append('\n');
        }
        String found = Files.readString(PAGE).replace("\r\n", "\n");
        String page = found.substring(0, found.indexOf(BEGIN))
                + BEGIN
                + template.replace("{rows}\n", rows)
                + found.substring(found.indexOf(END));
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, page);
        assertThat(found)
                .as("docs/datasets.md is out of date; what it should be stands in datasets/target/datasets.md")
                .isEqualTo(page);
    }

    @Test
    void eachDataSetWasMeasured() {
        assertThat(CataloguedSets.ids().stream()
                        .filter(id -> CATALOGUE.baselines(id).isEmpty()))
                .as("Measure these with the profile heavy (see BaselineScoresTest) and add them to baselines.tsv")
                .isEmpty();
    }

    @Test
    void eachSuggestedExampleTrainsOnItsDataSet() throws IOException {
        for (String id : CataloguedSets.ids()) {
            String example = CATALOGUE.baselines(id).map(Baselines::example).orElse("");
            if (!example.isEmpty()) {
                assertThat(examples().get(id)).contains(example.replace(SUFFIX, ""));
            }
        }
    }

    private static String row(String id, String examples) throws DatasetException {
        Dataset dataset = CATALOGUE.load(DataReference.of(id));
        Baselines baselines = CATALOGUE.baselines(id).orElseThrow();
        List<String> cells = List.of(
                TEXTS.title(id) + " `" + id + "`",
                TEXTS.task(dataset.descriptor().task()),
                dataset.train().size() + " / " + dataset.validation().size() + " / "
                        + dataset.test().size(),
                dataset.spec().target().text(),
                dataset.descriptor().licence(),
                TEXTS.score(baselines.linear(), baselines.unit()),
                TEXTS.score(baselines.smallNetwork(), baselines.unit()),
                examples);
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Names of the examples by the data set they train on. */
    private static Map<String, List<String>> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            Map<String, List<String>> examples = new HashMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(SUFFIX, "");
                examples.computeIfAbsent(DocumentJson.read(file).data().dataset(), id -> new ArrayList<>())
                        .add(name);
            }
            return examples;
        }
    }

    /** What the examples reached, by name. */
    private static Map<String, String> scores() throws IOException {
        Map<String, String> scores = new HashMap<>();
        List<String> lines = Files.readAllLines(EXAMPLES.resolve("scores.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String epochs = cells[1].equals("0") ? "" : " after " + cells[1] + " epochs";
            scores.put(cells[0], cells[5] + " " + cells[4] + epochs);
        }
        return scores;
    }
}
