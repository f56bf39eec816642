package org.vitrine.worker.parts;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Draws with ND4J's random generator, which the trainer seeds for each iteration. */
final class SamplingVertexRuntime extends PlainVertexRuntime implements AddedLoss {
    private final double beta;
    /** exp(log variance / 2) noise, while training. */
    private @Nullable INDArray spread;

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
        double squares = mean.mul(mean).sumNumber().doubleValue();
        double variances = Transforms.exp(logVariance, true).sumNumber().doubleValue();
        double logs = logVariance.sumNumber().doubleValue();
        addedLoss = beta * 0.5 * (squares + variances - logs - mean.length());
        return inMemory(out);
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray mean = inMemory(inputs[0]);
        INDArray logVariance = inMemory(inputs[1]);
        INDArray e = inMemory(epsilon);
        double weight = beta / inputs[0].size(0);
        INDArray atMean = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[0])
                .assign(e)
                .addi(mean.mul(weight));
        INDArray atLogVariance = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[1])
                .assign(Transforms.exp(logVariance, true).subi(1).muli(weight / 2));
        if (spread != null) {
            atLogVariance.addi(e.mul(spread).muli(0.5));
        }
        return new INDArray[] {inMemory(atMean), inMemory(atLogVariance)};
    }

    @Override
    public double addedLoss() {
        return addedLoss;
    }

    @Override
    public void clear() {
        super.clear();
        spread = null;
    }
}
