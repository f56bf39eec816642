package org.vitrine.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.update.LearningRate;

class DataParallelTest {
    private static final DataSpec TEXT = new DataSpec(new Tokens(20, 6), Target.classes(3));
    private static final DataSpec IMAGES = new DataSpec(new Image(1, 8, 8), Target.classes(3));

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private static Network network(ModelGraph graph, DataSpec data, DataType type) {
        var settings = Settings.adam(1, 4, 0.01);
        return Networks.initialised(
                new GraphCompiler(graph, data, settings, type).compile(LearningRate.of(settings, 10)),
                Objective.classes(3));
    }

    private static Batch text(int examples) {
        Random random = new Random(4);
        Tensor inputs = Tensor.zeros(examples, 6);
        Tensor mask = Tensor.zeros(examples, 6);
        Tensor targets = Tensor.zeros(examples);
        for (int example = 0; example < examples; example++) {
            targets.values()[example] = random.nextInt(3);
            int length = 1 + random.nextInt(6);
            for (int step = 0; step < length; step++) {
                inputs.values()[example * 6 + step] = 1 + random.nextInt(19);
                mask.values()[example * 6 + step] = 1;
            }
        }
        return new Batch(inputs, targets, mask);
    }

    private static Batch images(int examples) {
        Random random = new Random(5);
        Tensor inputs = Tensor.zeros(examples, 1, 8, 8);
        Tensor targets = Tensor.zeros(examples);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = random.nextFloat();
        }
        for (int i = 0; i < examples; i++) {
            targets.values()[i] = random.nextInt(3);
        }
        return new Batch(inputs, targets, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void partsOfABatchHaveTheGradientOfTheWhole(int examples) {
        Network network = network(Models.transformer(4, 5, 0), TEXT, DataType.DOUBLE);
        Batch batch = text(examples);
        Score whole = network.differentiate(batch);
        double[] expected = network.getFlattenedGradients().dup().data().asDouble();
        try (DataParallel parallel = new DataParallel(network, 3)) {
            Score score = parallel.differentiate(batch, 1);
            assertThat(parallel.threads()).isEqualTo(3);
            assertThat(score.examples()).isEqualTo(examples);
            assertThat(score.meanLoss()).isCloseTo(whole.meanLoss(), within(1e-12));
            assertThat(network.getFlattenedGradients().data().asDouble()).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void replicasFollowTheParameters() {
        Network network = network(Models.transformer(4, 5, 0), TEXT, DataType.DOUBLE);
        Batch batch = text(6);
        try (DataParallel parallel = new DataParallel(network, 2)) {
            parallel.differentiate(batch, 1);
            network.update(0, 0);
            double alone = network.evaluate(batch).meanLoss();
            network.differentiate(batch);
            double[] expected = network.getFlattenedGradients().dup().data().asDouble();
            assertThat(parallel.differentiate(batch, 1).meanLoss()).isCloseTo(alone, within(1e-12));
            assertThat(network.getFlattenedGradients().data().asDouble()).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void theSameSeedRepeatsEveryBitWithDropout() {
        double[][] gradients = new double[2][];
        for (int run = 0; run < 2; run++) {
            Network network = network(Models.transformer(4, 5, 0.3), TEXT, DataType.FLOAT);
            try (DataParallel parallel = new DataParallel(network, 3)) {
                parallel.differentiate(text(8), 77);
                gradients[run] = network.getFlattenedGradients().dup().data().asDouble();
                parallel.differentiate(text(8), 78);
                assertThat(network.getFlattenedGradients().data().asDouble()).isNotEqualTo(gradients[run]);
            }
        }
        assertThat(gradients[1]).containsExactly(gradients[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void partsOfABatchHaveTheInputGradientsOfTheWhole(int examples) {
        ModelGraph graph = Graphs.chain(
                new Input(),
                new Convolution2D(3, 3, 1, 1, Padding.SAME, Activation.TANH),
                new Flatten(),
                new ClassificationOutput());
        CompiledGraph compiled =
                new GraphCompiler(graph, IMAGES, Settings.adam(1, 4, 0.01), DataType.DOUBLE).compileForExplanation();
        Network network = Networks.initialised(compiled, Objective.classes(3));
        Tensor inputs = images(examples).inputs();
        double[] slope = {0, 1, 0};
        InputGradients whole = network.inputGradients(inputs, null, slope, List.of());
        try (DataParallel parallel = new DataParallel(network, 3)) {
            InputGradients joined = parallel.inputGradients(inputs, null, slope);
            assertThat(joined.outputs()).containsExactly(whole.outputs(), within(1e-12));
            assertThat(joined.gradient().shape()).containsExactly(inputs.shape());
            assertThat(joined.gradient().values())
                    .containsExactly(whole.gradient().values(), within(1e-7f));
        }
    }

    @Test
    void batchNormalisationKeepsTheBatchWhole() {
        Network network = network(Models.cnn(), IMAGES, DataType.FLOAT);
        try (DataParallel parallel = new DataParallel(network, 2)) {
            assertThat(parallel.threads()).isEqualTo(1);
            assertThat(parallel.differentiate(images(6), 1).examples()).isEqualTo(6);
        }
    }
}
