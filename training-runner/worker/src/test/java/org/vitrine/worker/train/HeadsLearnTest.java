package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Task;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Mining;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.ReconstructionLoss;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.evaluate.Evaluator;
import org.vitrine.worker.network.Network;

/** Each head learns something on small data, and its evaluation says what. */
class HeadsLearnTest {

    @TempDir
    Path folder;

    private Evaluator.Result trained(ModelGraph graph, Dataset data, TrainingSettings settings) throws Exception {
        Network network = BriefTraining.train(graph, data, settings, folder);
        return Evaluator.evaluate(network, data);
    }

    @Test
    void aGruTellsTheLetterOfThreeStepsAgo() throws Exception {
        Dataset echo = Examples.load("echo", Map.of("examples", "600"));
        ModelGraph graph = Graphs.chain(new Input(), new Embedding(8), new Gru(32), new ClassificationOutput());
        Evaluator.Result result = trained(graph, echo, Settings.adam(30, 16, 0.02));
        assertThat(result.metric()).isGreaterThan(0.9);
        TestEvaluation evaluation = result.evaluation();
        assertThat(evaluation.kind()).isEqualTo(TestEvaluation.Kind.STEPS);
        assertThat(evaluation.figures().get("accuracy")).isEqualTo(result.metric());
        assertThat(evaluation.figures().get("perplexity")).isCloseTo(Math.exp(result.loss()), within(1e-6));
        assertThat(evaluation.actual()).hasSameSizeAs(evaluation.predicted());
    }

    @Test
    void smoothedAndFocusedLossesClassifyToo() throws Exception {
        Dataset iris = Examples.load("iris", Map.of());
        for (ClassificationOutput head : List.of(new ClassificationOutput(0.1, 0), new ClassificationOutput(0, 2))) {
            ModelGraph graph = Graphs.chain(new Input(), new Dense(16, Activation.TANH), head);
            assertThat(trained(graph, iris, Settings.adam(40, 16, 0.02)).metric())
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    @Test
    void hubersLossFitsThePlane() throws Exception {
        Dataset plane = Examples.load("plane", Map.of());
        ModelGraph graph = Graphs.chain(new Input(), new RegressionOutput(RegressionLoss.HUBER, 0.5));
        assertThat(trained(graph, plane, Settings.adam(40, 16, 0.05)).metric()).isLessThan(0.15);
    }

    @Test
    void centresKeepClassesTogether() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Evaluator.Result result = trained(images(new CenterOutput(8, 0.1)), digits, Settings.adam(6, 32, 0.003));
        assertThat(result.metric()).isGreaterThan(0.9);
        assertThat(result.evaluation().classes()).isTrue();
    }

    @Test
    void tripletsBringDigitsOfOneClassTogetherAndOnlyValidationIsMeasured() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        TrainingRuns runs = new TrainingRuns(folder);
        Trainer trainer =
                runs.trainer(images(new TripletOutput(8, 0.3, Mining.SEMI_HARD)), digits, Settings.adam(5, 64, 0.003));
        trainer.train();
        List<RunEvent.EpochDone> epochs = runs.events(RunEvent.EpochDone.class);
        assertThat(epochs.get(0).trainMetric()).isNaN();
        assertThat(epochs.get(4).validationMetric()).isGreaterThan(0.9);
        TestEvaluation evaluation =
                Evaluator.evaluate(trainer.network(), digits).evaluation();
        assertThat(evaluation.figures().get("verification")).isGreaterThan(0.95);
        assertThat(evaluation.hasConfusion()).isTrue();
    }

    @Test
    void tripletsTellDigitsApartThatWereNeverSeen() throws Exception {
        tellsUnseenDigitsApart(new TripletOutput(8, 0.3, Mining.SEMI_HARD));
    }

    @Test
    void centresTellDigitsApartThatWereNeverSeen() throws Exception {
        tellsUnseenDigitsApart(new CenterOutput(8, 0.1));
    }

    private void tellsUnseenDigitsApart(LayerSpec head) throws Exception {
        TestEvaluation evaluation = trained(images(head), digitsByClass(), Settings.adam(3, 64, 0.003))
                .evaluation();
        assertThat(evaluation.kind()).isEqualTo(TestEvaluation.Kind.EMBEDDINGS);
        assertThat(evaluation.figures().get("verification")).isGreaterThan(0.8);
        assertThat(evaluation.figures().get("equalError")).isLessThan(0.3);
        assertThat(evaluation.figures().get("pairAccuracy")).isGreaterThan(0.65);
        assertThat(evaluation.roc().size()).isBetween(20, 201);
    }

    /** Trains on five digits, fits on 7 and 8, tests on 0, 2 and 6. */
    private static Dataset digitsByClass() {
        Dataset digits = Examples.load("digits", Map.of());
        return Dataset.of(
                new DatasetDescriptor("digits", Task.VERIFICATION, "", "", List.of()),
                digits.spec(),
                digits.presentation(),
                digits.targetNames(),
                List.of(),
                classes(digits.train(), Set.of(1, 3, 4, 5, 9)),
                classes(digits.train(), Set.of(7, 8)),
                classes(digits.train(), Set.of(0, 2, 6)));
    }

    private static Split classes(Split all, Set<Integer> wanted) {
        float[] targets = Examples.range(all, 0, all.size()).targets().values();
        int[] chosen = IntStream.range(0, targets.length)
                .filter(i -> wanted.contains((int) targets[i]))
                .toArray();
        Batch batch = all.batch(chosen);
        return new MemorySplit(batch.inputs(), batch.targets(), null);
    }

    private static ModelGraph images(LayerSpec head) {
        return Graphs.chain(
                new Input(),
                new Convolution2D(12, 3, 2, 1, Padding.SAME, Activation.RELU),
                new Flatten(),
                new Dense(32, Activation.RELU),
                head);
    }

    @Test
    void anAutoencoderGivesPixelsBack() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        ModelGraph graph = Graphs.chain(
                new Input(),
                new Flatten(),
                new Dense(16, Activation.RELU),
                new ReconstructionOutput(ReconstructionLoss.BINARY_CROSS_ENTROPY));
        Evaluator.Result result = trained(graph, digits, Settings.adam(15, 32, 0.01));
        assertThat(result.metric()).isLessThan(0.2);
        assertThat(result.evaluation().outputs()).hasDimensions(200, 64);
    }
}
