package org.vitrine.worker.parts;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Draws with ND4J's random generator, which the trainer seeds for each iteration. */
final class SamplingVertexRuntime extends PlainVertexRuntime implements AddedLoss {
    private final double beta;
    /** exp(log variance / 2) noise, while training. */
    private @Nullable INDArray spread;

    /** Of the steps, where there are any. */
    private @Nullable INDArray mask;

    private double addedLoss;

    SamplingVertexRuntime(ComputationGraph graph, String name, int index, double beta, DataType type) {
        super(graph, name, index, type);
        this.beta = beta;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray mean = inMemory(inputs[0]);
        INDArray logVariance = inMemory(inputs[1]);
        INDArray out = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]).assign(mean);
        spread = null;
        if (training) {
            INDArray noise = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]);
            Nd4j.getExecutioner().exec(new GaussianDistribution(noise, 0, 1));
            noise.muli(Transforms.exp(logVariance.mul(0.5), false));
            out.addi(noise);
            spread = noise;
        }
        INDArray realMean = real(mean);
        INDArray realLogs = real(logVariance);
        double squares = realMean.mul(realMean).sumNumber().doubleValue();
        double variances = Transforms.exp(realLogs, true).sumNumber().doubleValue();
        double logs = realLogs.sumNumber().doubleValue();
        addedLoss = beta * 0.5 * (squares + variances - logs - mean.length());
        return inMemory(out);
    }

    /** Zero where steps are masked: mean 0 and variance 1 cost nothing. */
    private INDArray real(INDArray memory) {
        INDArray steps = mask;
        if (steps == null || memory.rank() != 3) {
            return memory;
        }
        INDArray copy = memory.dup('c');
        Broadcast.mul(copy, steps, copy, 0, 1);
        return copy;
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray e = inMemory(epsilon);
        INDArray atMean = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[0]);
        INDArray atLogVariance = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[1]);
        atMean.assign(e);
        atLogVariance.assign(0);
        // Outside training the gradient of an output is wanted, not that of the loss.
        if (spread != null) {
            double weight = beta / inputs[0].size(0);
            atMean.addi(real(inMemory(inputs[0])).mul(weight));
            INDArray variance = Transforms.exp(real(inMemory(inputs[1])), true);
            atLogVariance
                    .assign(variance.subi(1).muli(weight / 2))
                    .addi(e.mul(spread).muli(0.5));
        }
        return new INDArray[] {inMemory(atMean), inMemory(atLogVariance)};
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        Pair<INDArray, MaskState> passed = super.feedForwardMaskArrays(masks, state, batch);
        mask = passed == null ? null : passed.getFirst().castTo(dataType);
        return passed;
    }

    @Override
    public double addedLoss() {
        return addedLoss;
    }

    @Override
    public void clear() {
        super.clear();
        spread = null;
        mask = null;
    }
}
