package org.vitrine.worker.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.model.WeightInit;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

/** Updaters against their papers' formulas, on a line fitted to two points: parameters are the weight and the bias. */
class UpdatersTest {
    private static final double RATE = 0.05;
    private static final int STEPS = 6;
    private static final ModelGraph LINE = Graphs.chain(new Input(), new RegressionOutput(RegressionLoss.MSE));
    private static final Batch TWO_POINTS =
            new Batch(Tensor.of(new float[] {1, 3}, 2, 1), Tensor.of(new float[] {2, -1}, 2, 1), null);

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private static Network network(ModelGraph graph, TrainingSettings settings, int inputs) {
        DataSpec data = new DataSpec(new Flat(inputs), Target.values(1));
        return Networks.initialised(
                new GraphCompiler(graph, data, settings, DataType.DOUBLE).compile(LearningRate.of(settings, STEPS)),
                Networks.objective(graph, data, List.of(Scale.IDENTITY)));
    }

    private static TrainingSettings settings(Updater updater, double l1, double l2, double decay) {
        return new TrainingSettings(
                1,
                2,
                5,
                updater,
                RATE,
                0.8,
                Schedule.CONSTANT,
                1,
                1,
                0,
                l1,
                l2,
                decay,
                Clipping.NONE,
                1,
                WeightInit.XAVIER,
                0,
                true);
    }

    /** Gradient of ((w + b - 2)² + (3 w + b + 1)²) / 2. */
    private static double[] gradient(double[] p) {
        double first = p[0] + p[1] - 2;
        double second = 3 * p[0] + p[1] + 1;
        return new double[] {first + 3 * second, first + second};
    }

    private static double[] trained(TrainingSettings settings, double[] start) {
        Network network = network(LINE, settings, 1);
        network.params().putScalar(0, start[0]);
        network.params().putScalar(1, start[1]);
        for (int step = 0; step < STEPS; step++) {
            network.differentiate(TWO_POINTS);
            network.update(step, 0);
        }
        return network.params().dup().data().asDouble();
    }

    @ParameterizedTest
    @EnumSource(Updater.class)
    void followsItsFormula(Updater updater) {
        double[] start = {0.7, -0.4};
        double[] expected = start.clone();
        double[] m = new double[2];
        double[] v = new double[2];
        for (int t = 1; t <= STEPS; t++) {
            double[] g = gradient(expected);
            for (int i = 0; i < 2; i++) {
                double decay = updater == Updater.ADAMW && i == 0 ? RATE * 0.1 * expected[i] : 0;
                expected[i] -= decay + step(updater, g[i], t, i, m, v);
            }
        }

        assertThat(trained(settings(updater, 0, 0, 0.1), start)).containsExactly(expected, within(1e-6));
    }

    private static double step(Updater updater, double g, int t, int i, double[] m, double[] v) {
        switch (updater) {
            case SGD -> {
                return RATE * g;
            }
            case MOMENTUM -> {
                m[i] = 0.8 * m[i] + g;
                return RATE * m[i];
            }
            case NESTEROV -> {
                double before = m[i];
                m[i] = 0.8 * m[i] - RATE * g;
                return 0.8 * before - 1.8 * m[i];
            }
            case RMSPROP -> {
                v[i] = 0.9 * v[i] + 0.1 * g * g;
                return RATE * g / (Math.sqrt(v[i]) + 1e-8);
            }
            case ADAGRAD -> {
                v[i] += g * g;
                return RATE * g / (Math.sqrt(v[i]) + 1e-8);
            }
            case ADAM, ADAMW -> {
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                double mean = m[i] / (1 - Math.pow(0.9, t));
                double square = v[i] / (1 - Math.pow(0.999, t));
                return RATE * mean / (Math.sqrt(square) + 1e-8);
            }
        }
        throw new AssertionError(updater);
    }

    @Test
    void penaltiesActOnWeightsAloneAndCountAsLoss() {
        TrainingSettings settings = settings(Updater.SGD, 0.03, 0.2, 0);
        double[] start = {0.7, -0.4};
        double[] expected = start.clone();
        for (int t = 0; t < STEPS; t++) {
            double[] g = gradient(expected);
            expected[0] -= RATE * (g[0] + 0.03 * Math.signum(expected[0]) + 0.2 * expected[0]);
            expected[1] -= RATE * g[1];
        }

        assertThat(trained(settings, start)).containsExactly(expected, within(1e-12));

        Network network = network(LINE, settings, 1);
        network.params().putScalar(0, 0.7);
        assertThat(network.regularizationLoss()).isCloseTo(0.03 * 0.7 + 0.2 / 2 * 0.49, within(1e-12));
    }

    @Test
    void decoupledDecayIsNoLoss() {
        assertThat(network(LINE, settings(Updater.ADAMW, 0, 0, 0.5), 1).regularizationLoss())
                .isZero();
    }

    @Test
    void clippingByNormScalesAllGradientsTogether() {
        ModelGraph normalised = Graphs.chain(
                new Input(),
                new Dense(3, Activation.RELU),
                new BatchNormalization(0.5, 1e-5),
                new RegressionOutput(RegressionLoss.MSE));
        Network network = network(normalised, Settings.adam(1, 4, RATE), 2);
        Batch batch = new Batch(
                Tensor.of(new float[] {1, 2, -3, 4, 0.5f, -1}, 3, 2), Tensor.of(new float[] {9, -8, 7}, 3, 1), null);
        network.differentiate(batch);
        double[] before = network.getFlattenedGradients().dup().data().asDouble();
        double norm = network.gradients().norm();
        assertThat(norm).isGreaterThan(0.1);

        network.gradients().clip(Clipping.NORM, 2 * norm, norm);
        assertThat(network.getFlattenedGradients().dup().data().asDouble()).containsExactly(before);

        network.gradients().clip(Clipping.NORM, norm / 10, norm);
        assertThat(network.gradients().norm()).isCloseTo(norm / 10, within(1e-12));
        double[] after = network.getFlattenedGradients().dup().data().asDouble();
        int unchanged = 0;
        for (int i = 0; i < before.length; i++) {
            if (after[i] == before[i] && before[i] != 0) {
                unchanged++;
            } else {
                assertThat(after[i]).isCloseTo(before[i] / 10, within(1e-12));
            }
        }
        assertThat(unchanged).as("changes of running averages are no gradients").isBetween(1, 6);
    }

    @Test
    void clippingByValueBoundsEachGradient() {
        Network network = network(LINE, Settings.adam(1, 2, RATE), 1);
        network.differentiate(TWO_POINTS);
        double[] before = network.getFlattenedGradients().dup().data().asDouble();
        assertThat(Math.abs(before[0])).isGreaterThan(0.01);

        network.gradients().clip(Clipping.VALUE, 0.01, network.gradients().norm());

        for (int i = 0; i < before.length; i++) {
            assertThat(network.getFlattenedGradients().getDouble(i))
                    .isCloseTo(Math.max(-0.01, Math.min(0.01, before[i])), within(1e-15));
        }
    }
}
