package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.evaluate.Evaluator;
import org.vitrine.worker.network.Network;

/** Real training: what the examples promise, they keep with no change. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("..", "..", "examples");

    @TempDir
    Path folder;

    /**
     * A row of {@code examples/scores.tsv}. The column {@code reached} is what this test found, and is told in {@code
     * docs/datasets.md}; what it finds now stands in {@code target/example-scores.tsv}.
     *
     * @param epochs to train; 0 for as many as the example has
     * @param least the metric on the test part may not be lower
     * @param most nor higher
     */
    private record Expected(String example, int epochs, double least, double most) {
        static Expected of(String line) {
            String[] cells = line.split("\t", -1);
            return new Expected(
                    cells[0], Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        }
    }

    static Stream<Expected> expected() throws IOException {
        return Files.readAllLines(FOLDER.resolve("scores.tsv")).stream().skip(1).map(Expected::of);
    }

    /** The longer ones on fewer epochs than they have: part of the way is enough to see that they get there. */
    @ParameterizedTest
    @MethodSource("expected")
    void scoresOnTheTestPart(Expected expected) throws Exception {
        GraphDocument document = document(expected.example());
        TrainingSettings settings = expected.epochs() == 0
                ? document.training()
                : Parameters.with(document.training(), "epochs", expected.epochs());
        double metric = metric(document.withTraining(settings));
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "example-scores.tsv"),
                expected.example() + "\t" + metric + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(metric).isBetween(expected.least(), expected.most());
    }

    private static GraphDocument document(String name) throws Exception {
        return DocumentJson.read(FOLDER.resolve(name + ".vitrine"));
    }

    private double metric(GraphDocument document) throws Exception {
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        Network network = BriefTraining.train(document.graph(), data, document.training(), folder);
        return Evaluator.evaluate(network, data).metric();
    }

    @Test
    void allExamplesAreTested() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".vitrine"))
                    .toList();
            assertThat(expected().map(expected -> expected.example() + ".vitrine"))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void anLstmLearnsWhichTokenCameFirst() throws Exception {
        Dataset order = Examples.load("token-order", Map.of());
        Network network = BriefTraining.train(Models.lstm(32), order, Settings.adam(12, 32, 0.005), folder);
        assertThat(Evaluator.evaluate(network, order).metric()).isGreaterThanOrEqualTo(0.95);
    }
}
