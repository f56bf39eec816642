package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "lenet-mnist, 0.95",
        "bilstm-sentiment, 0.75",
        "transformer-token-order, 0.95",
        "transformer-sentiment, 0.75",
        "mlp-spirals, 0.95",
        "mlp-iris, 0.9",
        "triplet-digits, 0.95"
    })
    void scoresOnTestExamples(String name, double least) throws Exception {
        assertThat(metric(name)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void fitsThePlane() throws Exception {
        // The noise of the data has a standard deviation of 0.1, which no model can explain.
        assertThat(metric("linear-plane")).isLessThan(0.13);
    }

    /** The longer ones on fewer epochs than they have: part of the way is enough to see that they get there. */
    @ParameterizedTest
    @CsvSource({
        "gru-next-character, 2, 0.4, 1",
        "detection-shapes, 8, 0.5, 1",
        "ctc-digit-strips, 6, 0, 0.25",
        "vae-mnist, 3, 0, 0.2"
    })
    void getsThereInTime(String name, int epochs, double least, double most) throws Exception {
        GraphDocument document = document(name);
        TrainingSettings shorter = Parameters.with(document.training(), "epochs", epochs);
        assertThat(metric(document.withTraining(shorter))).isBetween(least, most);
    }

    private static GraphDocument document(String name) throws Exception {
        return DocumentJson.read(FOLDER.resolve(name + ".vitrine"));
    }

    private double metric(String name) throws Exception {
        return metric(document(name));
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
            assertThat(names).hasSize(12);
        }
    }

    @Test
    void anLstmLearnsWhichTokenCameFirst() throws Exception {
        Dataset order = Examples.load("token-order", Map.of());
        Network network = BriefTraining.train(Models.lstm(32), order, Settings.adam(12, 32, 0.005), folder);
        assertThat(Evaluator.evaluate(network, order).metric()).isGreaterThanOrEqualTo(0.95);
    }
}
