package org.vitrine.worker.parts;

import java.util.stream.IntStream;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Softmax over channels or features, axis 1. DL4J's own runs over the last axis, which is time or width where there is
 * one.
 */
public final class ChannelSoftmax extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    private static final int AXIS = 1;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        // ND4J's own gives NaN where all numbers are below -745.
        Broadcast.sub(
                in,
                in.max(AXIS),
                in,
                IntStream.range(0, in.rank()).filter(axis -> axis != AXIS).toArray());
        if (in.rank() < 4) {
            Nd4j.exec(new SoftMax(in, in, AXIS));
            return in;
        }
        // oneDNN takes another axis than asked for on images in single precision; one axis of pixels is right.
        INDArray pixels = in.dup('c').reshape('c', in.size(0), in.size(1), in.length() / (in.size(0) * in.size(1)));
        Nd4j.exec(new SoftMax(pixels, pixels, AXIS));
        return in.assign(pixels.reshape('c', in.shape()));
    }

    /** dL/dz = y (e - Σ e y). */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        INDArray y = getActivation(in.dup(), true);
        INDArray shared = epsilon.mul(y).sum(true, AXIS);
        return new Pair<>(epsilon.sub(shared).muli(y), null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelSoftmax;
    }

    @Override
    public int hashCode() {
        return ChannelSoftmax.class.hashCode();
    }

    @Override
    public String toString() {
        return "softmax over channels";
    }
}
