package org.vitrine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The gallery: its list knows every file, its templates are sound, tidy and told. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("..", "..", "examples");
    private static final Path TEMPLATES = FOLDER.resolve("templates");
    private static final Path LIST = FOLDER.resolve("gallery.tsv");
    private static final Path PAGE = Path.of("..", "..", "docs", "templates.md");
    private static final String BEGIN = "<!-- written by TemplatesTest -->\n";
    private static final String END = "<!-- end -->\n";
    private static final String SUFFIX = ".vitrine";

    private record Entry(String file, String family, String architecture, String parameters) {
        static Entry of(String line) {
            String[] cells = line.split("\t", -1);
            return new Entry(cells[0], cells[1], cells[2], cells[3]);
        }

        GraphDocument document() throws IOException {
            return DocumentJson.read(FOLDER.resolve(file + SUFFIX));
        }

        GraphAnalysis analysis() throws IOException {
            return GraphAnalyzer.analyze(
                    document(), KnownData.of(document().data().dataset()));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private static List<Entry> entries() throws IOException {
        return Files.readAllLines(LIST).stream().skip(1).map(Entry::of).toList();
    }

    static List<Entry> templates() throws IOException {
        return entries().stream()
                .filter(entry -> !entry.architecture().isEmpty())
                .toList();
    }

    static List<Entry> newFiles() throws IOException {
        return entries().stream().filter(entry -> entry.file().contains("/")).toList();
    }

    @Test
    void theGalleryListsEveryFileWithItsParameters() throws IOException {
        List<String> files = new ArrayList<>();
        for (Path folder : List.of(FOLDER, TEMPLATES)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.map(FOLDER::relativize)
                        .map(path -> path.toString().replace('\\', '/'))
                        .filter(name -> name.endsWith(SUFFIX))
                        .map(name -> name.replace(SUFFIX, ""))
                        .forEach(files::add);
            }
        }
        assertThat(entries()).extracting(Entry::file).containsExactlyInAnyOrderElementsOf(files);
        for (Entry entry : entries()) {
            assertThat(entry.parameters())
                    .as(entry.file())
                    .isEqualTo(Long.toString(entry.analysis().parameters()));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoProblemsAndAStory(Entry entry) throws IOException {
        assertThat(entry.analysis().problems()).isEmpty();
        GraphDocument document = entry.document();
        assertThat(document.title()).isNotBlank();
        assertThat(document.notes()).contains("Expect", "Try:").hasLineCount(3);
    }

    @ParameterizedTest
    @MethodSource("newFiles")
    void aTemplateIsWrittenAsItStandsAndTidy(Entry entry) throws IOException {
        GraphDocument document = entry.document();
        assertThat(DocumentJson.write(document))
                .isEqualTo(
                        Files.readString(FOLDER.resolve(entry.file() + SUFFIX)).replace("\r\n", "\n"));
        assertTidy(document);
    }

    /** Nodes stand apart and edges go down, inside of blocks too. */
    private static void assertTidy(GraphDocument document) {
        List<Node> nodes = document.graph().nodes();
        for (Node node : nodes) {
            for (Node other : nodes) {
                double across = Math.abs(place(document, node.id()).x()
                        - place(document, other.id()).x());
                double down = Math.abs(place(document, node.id()).y()
                        - place(document, other.id()).y());
                assertThat(node.id().equals(other.id()) || across >= Spacing.ACROSS || down >= Spacing.DOWN)
                        .as("%s and %s", node.id(), other.id())
                        .isTrue();
            }
            if (node.layer() instanceof Block) {
                assertTidy(document.inside(node.id()));
            }
        }
        for (Edge edge : document.graph().edges()) {
            assertThat(place(document, edge.to()).y())
                    .isGreaterThan(place(document, edge.from()).y());
        }
    }

    private static Position place(GraphDocument document, NodeId id) {
        Position place = document.layout().get(id);
        if (place == null) {
            throw new AssertionError(id + " has no place");
        }
        return place;
    }

    @Test
    void thePageShowsAllTemplates() throws IOException {
        StringBuilder table = new StringBuilder(
                "\n| Template | Architecture | Data set | Parameters | Story |\n|---|---|---|---|---|\n");
        for (Entry entry : templates()) {
            GraphDocument document = entry.document();
            table.append(String.format(
                    "| [%s](../examples/%s.vitrine) | %s | `%s` | %,d | %s |%n",
                    document.title(),
                    entry.file(),
                    entry.architecture(),
                    document.data().dataset(),
                    entry.analysis().parameters(),
                    document.notes().lines().findFirst().orElse("")));
        }
        String found = Files.readString(PAGE).replace("\r\n", "\n");
        String page = found.substring(0, found.indexOf(BEGIN)) + BEGIN + table + found.substring(found.indexOf(END));
        Path written = Path.of("target", "templates.md");
        Files.createDirectories(Path.of("target"));
        Files.writeString(written, page);
        assertThat(found)
                .as(
                        "docs/templates.md is out of date; what it should be stands in model-designer/graph/target/templates.md")
                .isEqualTo(page);
    }
}
