package org.vitrine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** The documents in {@code examples/} open, are sound and look tidy. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("../../examples");
    private static final DataSpec SENTENCES = new DataSpec(new Tokens(2000, 32), Target.classes(2));

    private record Expected(String dataset, DataSpec data, int nodes, long parameters) {}

    private static final Map<String, Expected> EXAMPLES = Map.ofEntries(
            entry("lenet-mnist", "mnist", new DataSpec(new Image(1, 28, 28), Target.classes(10)), 9, 61_706),
            entry("bilstm-sentiment", "sentiment-sentences", SENTENCES, 7, 80_770),
            entry(
                    "transformer-token-order",
                    "token-order",
                    new DataSpec(new Tokens(12, 16), Target.classes(2)),
                    11,
                    8_994),
            entry("transformer-sentiment", "sentiment-sentences", SENTENCES, 13, 72_610),
            entry("mlp-spirals", "spirals", new DataSpec(new Flat(2), Target.classes(2)), 4, 1_185),
            entry("mlp-iris", "iris", new DataSpec(new Flat(4), Target.classes(3)), 4, 403),
            entry("linear-plane", "plane", new DataSpec(new Flat(2), Target.values(1)), 2, 3),
            entry(
                    "gru-next-character",
                    "next-character",
                    new DataSpec(new Tokens(60, 64), Target.stepClasses(60, 64)),
                    4,
                    45_180),
            entry(
                    "ctc-digit-strips",
                    "digit-strips",
                    new DataSpec(new Sequence(8, 55), Target.labels(10, 5)),
                    4,
                    33_483),
            entry("detection-shapes", "shapes", new DataSpec(new Image(3, 64, 64), Target.boxes(5, 3)), 9, 47_322),
            entry(
                    "lstm-next-character",
                    "next-character",
                    new DataSpec(new Tokens(60, 64), Target.stepClasses(60, 64)),
                    4,
                    57_276),
            entry(
                    "transformer-next-character",
                    "next-character",
                    new DataSpec(new Tokens(60, 64), Target.stepClasses(60, 64)),
                    16,
                    74_684),
            entry("cnn-fashion", "fashion-mnist", new DataSpec(new Image(1, 28, 28), Target.classes(10)), 9, 105_866),
            entry("cnn-emoji", "emoji", new DataSpec(new Image(3, 32, 32), Target.classes(10)), 11, 68_826),
            entry("cnn-keywords", "keywords", new DataSpec(new Image(1, 40, 65), Target.classes(20)), 10, 39_924),
            entry("gru-co2", "co2", new DataSpec(new Sequence(1, 24), Target.values(1)), 4, 929),
            entry("gru-sunspots", "sunspots", new DataSpec(new Sequence(1, 48), Target.values(1)), 4, 1_969),
            entry("mlp-cars", "cars", new DataSpec(new Flat(9), Target.values(1)), 5, 449),
            entry("factors-ratings", "ratings", new DataSpec(new Tokens(1002, 2), Target.values(1)), 10, 9_029),
            entry("triplet-faces", "strangers", new DataSpec(new Image(3, 48, 48), Target.classes(100)), 10, 85_768),
            entry("lstm-dates", "dates", new DataSpec(new Tokens(42, 39), Target.stepClasses(42, 11)), 11, 112_938),
            entry(
                    "transformer-dates",
                    "dates",
                    new DataSpec(new Tokens(42, 39), Target.stepClasses(42, 11)),
                    23,
                    91_818),
            entry("triplet-digits", "digits", new DataSpec(new Image(1, 8, 8), Target.classes(10)), 7, 38_672),
            entry("vae-mnist", "mnist", new DataSpec(new Image(1, 28, 28), Target.classes(10)), 8, 410_404));

    private static Map.Entry<String, Expected> entry(
            String name, String dataset, DataSpec data, int nodes, long parameters) {
        return Map.entry(name, new Expected(dataset, data, nodes, parameters));
    }

    static Stream<String> names() {
        return EXAMPLES.keySet().stream().sorted();
    }

    @Test
    void allOfThemAreKnownHere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".vitrine")))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".vitrine").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleHasNoProblems(String name) throws IOException {
        Expected expected = expected(name);
        GraphDocument document = read(name);
        assertThat(document.data().dataset()).isEqualTo(expected.dataset());
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, Optional.of(expected.data()));
        assertThat(analysis.problems()).isEmpty();
        assertThat(analysis.nodes()).hasSize(expected.nodes());
        assertThat(analysis.parameters()).isEqualTo(expected.parameters());
        assertThat(document.title()).isNotBlank();
        assertThat(document.notes()).contains("Expect", "Try:");
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleIsWrittenAsItStands(String name) throws IOException {
        assertThat(DocumentJson.write(read(name)))
                .isEqualTo(Files.readString(file(name)).replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNodesOfAnExampleStandApart(String name) throws IOException {
        GraphDocument document = read(name);
        assertThat(document.layout()).hasSameSizeAs(document.graph().nodes());
        List<Position> places = List.copyOf(document.layout().values());
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                double across = Math.abs(places.get(i).x() - places.get(j).x());
                double down = Math.abs(places.get(i).y() - places.get(j).y());
                assertThat(across >= Spacing.ACROSS || down >= Spacing.DOWN).isTrue();
            }
        }
        assertThat(document.graph().edges()).allSatisfy(edge -> assertThat(height(document, edge.to()))
                .isGreaterThan(height(document, edge.from())));
    }

    private static double height(GraphDocument document, NodeId id) {
        return Optional.ofNullable(document.layout().get(id)).orElseThrow().y();
    }

    private static Expected expected(String name) {
        return Optional.ofNullable(EXAMPLES.get(name)).orElseThrow();
    }

    private static GraphDocument read(String name) throws IOException {
        return DocumentJson.read(file(name));
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".vitrine");
    }
}
