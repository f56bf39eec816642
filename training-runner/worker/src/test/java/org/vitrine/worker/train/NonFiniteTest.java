package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.runs.event.RunEvent.NonFiniteLocated;
import org.vitrine.runs.event.RunEvent.TrainingDiverged;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;

/** Provokes what breaks training in class rooms and expects the worker to name it. */
class NonFiniteTest {
    private static final ModelGraph MLP = Graphs.chain(
            new Input(), new Dense(8, Activation.RELU), new Dense(8, Activation.RELU), new ClassificationOutput());
    private static final Dataset IRIS = Examples.first(64, 16, Examples.load("iris", Map.of()));

    @TempDir
    Path folder;

    private record Found(NonFiniteLocated where, TrainingDiverged told) {}

    private Found diverge(ModelGraph graph, Dataset data, TrainingSettings settings, double weights) throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = run.trainer(graph, data, settings);
        trainer.network().params().muli(weights);
        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.DIVERGED);
        TrainingDiverged told = trainer.divergence().orElseThrow();
        NonFiniteLocated where = run.events(NonFiniteLocated.class).get(0);
        assertThat(where.iteration()).isEqualTo(told.iteration()).isEqualTo(trainer.iterations() + 1);
        assertThat(told.what()).doesNotContain("{");
        return new Found(where, told);
    }

    private static Dataset with(Tensor inputs, Tensor targets) {
        MemorySplit split = new MemorySplit(inputs, targets, null);
        return Dataset.of(
                IRIS.descriptor(),
                IRIS.spec(),
                IRIS.presentation(),
                IRIS.targetNames(),
                IRIS.targetScales(),
                split,
                IRIS.validation(),
                IRIS.test());
    }

    private static Batch all() {
        return Examples.range(IRIS.train(), 0, IRIS.train().size());
    }

    private static Dataset scaled(float factor) {
        Tensor inputs = all().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] *= factor;
        }
        return with(inputs, all().targets());
    }

    @Test
    void missingValuesInTheDataAreNamed() throws Exception {
        Tensor inputs = all().inputs();
        inputs.values()[17] = Float.NaN;
        Found found = diverge(MLP, with(inputs, all().targets()), Settings.adam(2, 16, 0.01), 1);

        assertThat(found.where().pass()).isEqualTo("data");
        assertThat(found.where().cause()).isEqualTo("DATA");
        assertThat(found.told().what()).contains("inputs of this batch hold 1 value");
        assertThat(found.told().advice()).singleElement().asString().contains("missing values");
    }

    @Test
    void aLearningRateThatIsFarTooHighIsNamedWithTheLayerWhoseWeightsItBroke() throws Exception {
        Dataset plane = Examples.load("plane", Map.of());
        ModelGraph linear = Graphs.chain(new Input(), new RegressionOutput(RegressionLoss.MSE));
        Found found = diverge(linear, plane, Settings.of(Updater.SGD, 50, 16, 10), 1);

        assertThat(found.told().what()).contains("learning rate is too high");
        assertThat(found.told().advice().get(0)).contains("try 1.0");
    }

    @Test
    void inputsThatAreNotScaledAreNamed() throws Exception {
        Found found = diverge(MLP, scaled(1e38f), Settings.adam(2, 16, 0.01), 1);

        assertThat(found.where().node()).isNotBlank();
        assertThat(found.where().cause()).isEqualTo("UNSCALED_INPUT");
        assertThat(found.told().what()).contains("not scaled");
        assertThat(found.told().advice().get(0)).contains("Scale the inputs");
    }

    /** Thirty layers without anything between them, each of which makes values some fifty times larger. */
    private static ModelGraph deep() {
        List<LayerSpec> layers = new ArrayList<>(List.of(new Input()));
        for (int i = 0; i < 30; i++) {
            layers.add(new Dense(4, Activation.IDENTITY));
        }
        layers.add(new ClassificationOutput());
        return Graphs.chain(layers.toArray(new LayerSpec[0]));
    }

    @Test
    void explodingActivationsAreNamedWithTheFirstLayerThatOverflows() throws Exception {
        Found found = diverge(deep(), IRIS, Settings.adam(2, 16, 0.01), 50);

        assertThat(found.where().pass()).isEqualTo("forward");
        assertThat(found.where().cause()).isEqualTo("EXPLODING_ACTIVATIONS");
        assertThat(found.where().node()).startsWith("Dense").isNotEqualTo("Dense1");
        assertThat(found.where().inputHigh()).isBetween(1e34, 3.5e38);
        assertThat(found.told().advice()).anyMatch(text -> text.contains("normalisation layer"));
    }

    @Test
    void explodingGradientsAreNamedWithTheLayerWhereTheyLeaveTheRangeOfNumbers() throws Exception {
        Found found = diverge(deep(), scaled(1e-30f), Settings.adam(2, 16, 0.01), 50);

        assertThat(found.where().pass()).isEqualTo("backward");
        assertThat(found.where().cause()).isEqualTo("EXPLODING_GRADIENTS");
        assertThat(found.where().node()).startsWith("Dense");
        assertThat(found.told().what()).startsWith("The gradients became");
        assertThat(found.told().advice()).anyMatch(text -> text.contains("Clip"));
    }

    @Test
    void anOverflowInDeepestTrainingIsFoundWhateverTheFamily() throws Exception {
        Dataset order = Examples.first(64, 16, Examples.load("token-order", Map.of()));
        Found found = diverge(Models.transformer(8, 12, 0.1), order, Settings.of(Updater.SGD, 3, 16, 1e30), 1);

        assertThat(found.where().node()).isNotBlank();
        assertThat(found.told().what()).contains('"' + found.where().node() + '"');
    }
}
