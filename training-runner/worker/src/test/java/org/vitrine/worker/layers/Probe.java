package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Runs the subject vertex of a graph alone, forward and backward, and compares with central differences. */
record Probe(
        ComputationGraph graph, INDArray[] inputs, @Nullable INDArray mask, List<String> statistics) {

    Probe(ComputationGraph graph, INDArray[] inputs, @Nullable INDArray mask) {
        this(graph, inputs, mask, List.of());
    }

    private static final double STEP = 1e-5;
    private static final double RELATIVE = 1e-5;

    /** Differences below this are rounding of the central difference itself. */
    private static final double ABSOLUTE = 1e-8;

    private static final int MOST_CHECKED = 60;

    private static final long SEED = 71;

    private record Stretch(long start, long length) {
        INDArray of(INDArray flat) {
            return flat.reshape(flat.length()).get(NDArrayIndex.interval(start, end()));
        }

        long end() {
            return start + length;
        }
    }

    record Result(INDArray output, INDArray parameters, INDArray[] inputs) {}

    private GraphVertex vertex() {
        return graph.getVertex(LayerContract.SUBJECT);
    }

    INDArray output(boolean training) {
        GraphVertex vertex = vertex();
        vertex.clear();
        LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
        INDArray[] masks = new INDArray[inputs.length];
        Arrays.fill(masks, mask);
        for (int i = 0; i < inputs.length; i++) {
            // A copy, because some stock layers overwrite their input.
            INDArray input = inputs[i].dup();
            graph.setInput(i, input);
            vertex.setInput(i, input, none);
        }
        if (mask != null) {
            vertex.feedForwardMaskArrays(masks, MaskState.Active, (int) inputs[0].size(0));
        }
        return vertex.doForward(training, none);
    }

    /** A fixed direction in which the output is summed up to a scalar; masked steps of it do not count. */
    private INDArray direction(INDArray output) {
        INDArray direction = Examples.normal(29, output.shape()).castTo(output.dataType());
        if (mask != null && hasSteps(output)) {
            overwriteMasked(direction, mask, 0.0);
        }
        return direction;
    }

    private boolean hasSteps(INDArray array) {
        return mask != null && array.rank() == 3 && array.size(2) == mask.size(1);
    }

    private double loss() {
        Nd4j.getRandom().setSeed(SEED);
        INDArray output = output(true);
        return output.mul(direction(output)).sumNumber().doubleValue();
    }

    Result gradients() {
        Nd4j.getRandom().setSeed(SEED);
        graph.initGradientsView();
        INDArray view = graph.getFlattenedGradients();
        boolean trainable = view != null && graph.numParams() > 0;
        if (trainable) {
            view.assign(Double.NaN);
        }
        INDArray output = output(true).dup('c');
        vertex().setEpsilon(direction(output));
        Pair<Gradient, INDArray[]> backward = vertex().doBackward(false, LayerWorkspaceMgr.noWorkspaces());
        INDArray parameters = trainable ? view.dup() : Nd4j.empty(output.dataType());
        return new Result(output, parameters, backward.getSecond());
    }

    void assertGradients(boolean differentiableInput) {
        Result result = gradients();
        if (graph.numParams() > 0) {
            long offset = 0;
            for (Map.Entry<String, INDArray> parameter :
                    vertex().paramTable(false).entrySet()) {
                Stretch range = new Stretch(offset, parameter.getValue().length());
                if (!statistics.contains(parameter.getKey())) {
                    assertNear(range.of(result.parameters()), range.of(graph.params()), parameter.getKey());
                }
                offset = range.end();
            }
        }
        for (int i = 0; differentiableInput && i < inputs.length; i++) {
            assertThat(result.inputs()[i].shape()).isEqualTo(inputs[i].shape());
            assertNear(result.inputs()[i], inputs[i], "gradient at input " + i);
        }
    }

    private void assertNear(INDArray gradient, INDArray point, String what) {
        INDArray analytic = gradient.dup('c').reshape(gradient.length());
        // Up to MOST_CHECKED positions, spread over the array; the odd step reaches every row and column in time.
        long step = Math.max(1, point.length() / MOST_CHECKED | 1L);
        for (long i = 0; i < point.length(); i += step) {
            long[] at = Shape.ind2subC(point, i);
            double value = point.getDouble(at);
            point.putScalar(at, value + STEP);
            double above = loss();
            point.putScalar(at, value - STEP);
            double below = loss();
            point.putScalar(at, value);
            double numeric = (above - below) / (2 * STEP);
            double exact = analytic.getDouble(i);
            double difference = Math.abs(exact - numeric);
            assertThat(difference <= ABSOLUTE || difference <= RELATIVE * Math.max(Math.abs(exact), Math.abs(numeric)))
                    .as("%s %s: backward %s, central difference %s", what, Arrays.toString(at), exact, numeric)
                    .isTrue();
        }
    }

    /**
     * Other values in masked steps change no output of a real step and no gradient, and masked steps get none.
     *
     * @param zeroOutput whether the output at masked steps must be zero besides
     */
    void assertMaskedStepsHaveNoInfluence(boolean differentiableInput, boolean zeroOutput) {
        INDArray theMask = mask;
        if (theMask == null) {
            throw new IllegalStateException("needs a mask");
        }
        Result before = gradients();
        INDArray[] originals = Arrays.stream(inputs).map(INDArray::dup).toArray(INDArray[]::new);
        for (INDArray input : inputs) {
            overwriteMasked(input, theMask, differentiableInput ? 7.5 : 0.0);
        }
        Result after = gradients();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i].assign(originals[i]);
        }
        if (zeroOutput) {
            Examples.assertIdentical(after.output(), before.output(), "output with other values in masked steps");
            Examples.assertIdentical(masked(before.output()), before.output(), "output at masked steps is zero");
        } else {
            Examples.assertIdentical(masked(after.output()), masked(before.output()), "output at real steps");
        }
        Examples.assertIdentical(after.parameters(), before.parameters(), "gradient with other masked values");
        for (INDArray gradient : before.inputs()) {
            Examples.assertClose(masked(gradient), gradient, 0.0, "gradient at masked steps is zero");
        }
    }

    /** A copy with masked steps zero, for arrays that have these steps. */
    private INDArray masked(INDArray array) {
        INDArray copy = array.dup('c');
        if (mask != null && hasSteps(array)) {
            overwriteMasked(copy, mask, 0.0);
        }
        return copy;
    }

    private static void overwriteMasked(INDArray sequence, INDArray mask, double value) {
        for (long i = 0; i < sequence.length(); i++) {
            long[] at = Shape.ind2subC(sequence, i);
            if (mask.getDouble(at[0], at[at.length - 1]) == 0.0) {
                sequence.putScalar(at, value);
            }
        }
    }
}
