package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.worker.layers.RecurrentLayer.Merge;

/** The layers against their formulas written down once more, number by number. */
class LayerFormulasTest {

    private static final int FEATURES = 4;
    private static final int STEPS = 5;

    private static Probe probe(Layer layer, INDArray input) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("in")
                .addLayer(Probe.SUBJECT, layer, "in")
                .setOutputs(Probe.SUBJECT)
                .setInputTypes(InputType.recurrent(input.size(1), input.size(2)))
                .validateOutputLayerConfig(false)
                .build());
        graph.init();
        Examples.spread(graph.params());
        return new Probe(graph, new INDArray[] {input}, null);
    }

    private static double[][] table(Probe probe, String key) {
        INDArray array = probe.graph().getLayer(Probe.SUBJECT).getParam(key);
        return (array.rank() == 1 ? array.reshape(1, array.length()) : array).toDoubleMatrix();
    }

    private static double dot(double[] row, double[][] matrix, int column) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * matrix[i][column];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[][] stepsOf(INDArray sequence, int example) {
        return sequence.slice(example).transpose().toDoubleMatrix();
    }

    @Test
    void longShortTermMemoryFollowsItsEquations() {
        int units = 3;
        INDArray input = Examples.normal(1, 2, FEATURES, STEPS);
        Probe probe = probe(new LongShortTermMemoryLayer(units), input);
        double[][] w = table(probe, "W");
        double[][] r = table(probe, "R");
        double[] b = table(probe, "b")[0];
        INDArray output = probe.output(false);
        double[] h = new double[units];
        double[] c = new double[units];
        for (int t = 0; t < STEPS; t++) {
            double[] x = stepsOf(input, 1)[t];
            double[] previous = h.clone();
            for (int j = 0; j < units; j++) {
                double[] a = new double[4];
                for (int gate = 0; gate < 4; gate++) {
                    int column = gate * units + j;
                    a[gate] = dot(x, w, column) + dot(previous, r, column) + b[column];
                }
                c[j] = sigmoid(a[1]) * c[j] + sigmoid(a[0]) * Math.tanh(a[3]);
                h[j] = sigmoid(a[2]) * Math.tanh(c[j]);
            }
            assertThat(stepsOf(output, 1)[t]).containsExactly(h, within(1e-12));
        }
    }

    @Test
    void gatedRecurrentUnitFollowsItsEquations() {
        int units = 3;
        INDArray input = Examples.normal(2, 2, FEATURES, STEPS);
        Probe probe = probe(new GatedRecurrentLayer(units), input);
        double[][] w = table(probe, "W");
        double[][] r = table(probe, "R");
        double[] b = table(probe, "b")[0];
        double[] rb = table(probe, "rb")[0];
        INDArray output = probe.output(false);
        double[] h = new double[units];
        for (int t = 0; t < STEPS; t++) {
            double[] x = stepsOf(input, 1)[t];
            double[] previous = h.clone();
            for (int j = 0; j < units; j++) {
                double[] in = new double[3];
                double[] rec = new double[3];
                for (int gate = 0; gate < 3; gate++) {
                    int column = gate * units + j;
                    in[gate] = dot(x, w, column) + b[column];
                    rec[gate] = dot(previous, r, column) + rb[column];
                }
                double z = sigmoid(in[1] + rec[1]);
                h[j] = (1 - z) * Math.tanh(in[2] + sigmoid(in[0] + rec[0]) * rec[2]) + z * previous[j];
            }
            assertThat(stepsOf(output, 1)[t]).containsExactly(h, within(1e-12));
        }
    }

    @Test
    void selfAttentionFollowsItsEquationsAndShowsItsWeights() {
        int heads = 2;
        int size = FEATURES / heads;
        INDArray input = Examples.normal(3, 2, FEATURES, STEPS);
        Probe probe = probe(new SelfAttentionLayer(heads, 0, false, 0.0), input);
        SelfAttention layer = (SelfAttention) probe.graph().getLayer(Probe.SUBJECT);
        layer.keepAttentionWeights(true);
        double[][] w = table(probe, "Wqkv");
        double[] b = table(probe, "bqkv")[0];
        double[][] wo = table(probe, "Wo");
        double[] bo = table(probe, "bo")[0];
        double[][] output = stepsOf(probe.output(false), 1);
        INDArray weights = Objects.requireNonNull(layer.attentionWeights());
        double[][] x = stepsOf(input, 1);
        for (int query = 0; query < STEPS; query++) {
            double[] context = new double[FEATURES];
            for (int head = 0; head < heads; head++) {
                double[] scores = new double[STEPS];
                double total = 0;
                for (int key = 0; key < STEPS; key++) {
                    double score = 0;
                    for (int j = head * size; j < (head + 1) * size; j++) {
                        score += (dot(x[query], w, j) + b[j]) * (dot(x[key], w, FEATURES + j) + b[FEATURES + j]);
                    }
                    scores[key] = Math.exp(score / Math.sqrt(size));
                    total += scores[key];
                }
                for (int key = 0; key < STEPS; key++) {
                    double weight = scores[key] / total;
                    assertThat(weights.getDouble(1, head, query, key)).isCloseTo(weight, within(1e-12));
                    for (int j = head * size; j < (head + 1) * size; j++) {
                        context[j] += weight * (dot(x[key], w, 2 * FEATURES + j) + b[2 * FEATURES + j]);
                    }
                }
            }
            for (int j = 0; j < FEATURES; j++) {
                assertThat(output[query][j]).isCloseTo(dot(context, wo, j) + bo[j], within(1e-12));
            }
        }
    }

    @Test
    void layerNormalizationGivesEachStepMeanZeroAndVarianceOne() {
        Probe probe = probe(new LayerNormalizationLayer(0.0), Examples.normal(4, 2, FEATURES, STEPS));
        probe.graph().getLayer(Probe.SUBJECT).getParam("g").assign(1.0);
        probe.graph().getLayer(Probe.SUBJECT).getParam("b").assign(0.0);
        INDArray output = probe.output(false);
        Examples.assertClose(output.mean(1), Nd4j.zeros(DataType.DOUBLE, 2, STEPS), 1e-12, "mean");
        Examples.assertClose(output.var(false, 1), Nd4j.ones(DataType.DOUBLE, 2, STEPS), 1e-12, "variance");
    }

    @Test
    void rmsNormalizationGivesEachStepARootMeanSquareOfOne() {
        Probe probe = probe(new RmsNormalizationLayer(0.0), Examples.normal(4, 2, FEATURES, STEPS));
        probe.graph().getLayer(Probe.SUBJECT).getParam("g").assign(1.0);
        INDArray output = probe.output(false);
        Examples.assertClose(output.mul(output).mean(1), Nd4j.ones(DataType.DOUBLE, 2, STEPS), 1e-12, "mean square");
        INDArray ratio = output.div(probe.inputs()[0]);
        Examples.assertClose(ratio.slice(0, 1), ratio.slice(3, 1), 1e-12, "one factor for all features");
    }

    @Test
    void groupNormalizationNormalisesEachGroupOverTheRealSteps() {
        INDArray mask = Nd4j.ones(DataType.DOUBLE, 2, STEPS);
        mask.putScalar(1, STEPS - 1, 0.0);
        Probe bare = probe(new GroupNormalizationLayer(2, 0.0), Examples.normal(4, 2, FEATURES, STEPS));
        Probe probe = new Probe(bare.graph(), bare.inputs(), mask);
        probe.graph().getLayer(Probe.SUBJECT).getParam("g").assign(1.0);
        probe.graph().getLayer(Probe.SUBJECT).getParam("b").assign(0.0);
        INDArray output = probe.output(false);
        for (int example = 0; example < 2; example++) {
            int real = STEPS - example;
            for (int group = 0; group < 2; group++) {
                INDArray values = output.get(
                        NDArrayIndex.point(example),
                        NDArrayIndex.interval(group * 2, group * 2 + 2),
                        NDArrayIndex.interval(0, real));
                assertThat(values.meanNumber().doubleValue()).isCloseTo(0, within(1e-12));
                assertThat(values.mul(values).meanNumber().doubleValue()).isCloseTo(1, within(1e-12));
            }
        }
    }

    static Stream<DeclaredLayer> layersThatReadMasks() {
        return Stream.of(
                new LongShortTermMemoryLayer(3).bidirectional(Merge.CONCATENATE),
                new GatedRecurrentLayer(3).bidirectional(Merge.ADD),
                new SimpleRecurrentLayer(3),
                new SelfAttentionLayer(2, 0, true, 0.0),
                new GroupNormalizationLayer(2, 1e-5),
                new LastStepLayer());
    }

    @ParameterizedTest
    @MethodSource("layersThatReadMasks")
    void maskedStepsAreAsIfTheyWereNotThere(DeclaredLayer layer) {
        int[] real = {1, 2, 4};
        INDArray padded = Examples.normal(6, 1, FEATURES, 7);
        INDArray mask = Nd4j.zeros(DataType.DOUBLE, 1, 7);
        INDArray alone = Nd4j.create(DataType.DOUBLE, 1, FEATURES, real.length);
        for (int i = 0; i < real.length; i++) {
            mask.putScalar(0, real[i], 1.0);
            alone.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(i))
                    .assign(padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(real[i])));
        }
        Probe probe = probe(layer, padded);
        INDArray expected = new Probe(probe.graph(), new INDArray[] {alone}, null)
                .output(false)
                .dup();
        INDArray actual = new Probe(probe.graph(), probe.inputs(), mask).output(false);
        if (actual.rank() == 2) {
            Examples.assertClose(actual, expected, 1e-12, "output");
            return;
        }
        for (int i = 0; i < real.length; i++) {
            Examples.assertClose(actual.slice(real[i], 2), expected.slice(i, 2), 1e-12, "step " + real[i]);
        }
    }
}
