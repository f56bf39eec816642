package org.vitrine.worker.network;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.graph.model.Clipping;

/** The gradients of all parameters that are trained: running averages of batch normalisation are left out. */
public final class TrainedGradients {
    private final List<INDArray> parts;

    /** @param parts views of a network's flat gradient */
    TrainedGradients(List<INDArray> parts) {
        this.parts = parts;
    }

    /** How many there are. */
    long count() {
        return parts.stream().mapToLong(INDArray::length).sum();
    }

    /** Copies all into an array that has as many places, one part after the other. */
    public void copyTo(float[] values) {
        int next = 0;
        for (INDArray part : parts) {
            int length = Math.toIntExact(part.length());
            if (part.dataType() == DataType.FLOAT) {
                new FloatPointer(part.data().pointer()).position(part.offset()).get(values, next, length);
            } else {
                System.arraycopy(EngineArrays.tensor(part).values(), 0, values, next, length);
            }
            next += length;
        }
    }

    /**
     * L2 norm of all together. NaN or infinite if any is; infinite, too, beyond what can be squared in single precision, which
     * is where updaters fail.
     */
    public double norm() {
        double squares = 0;
        for (INDArray part : parts) {
            double norm = Nd4j.getBlasWrapper().nrm2(part);
            squares += norm * norm;
        }
        return squares > Float.MAX_VALUE ? Double.POSITIVE_INFINITY : Math.sqrt(squares);
    }

    /**
     * Makes them smaller, each or all together.
     *
     * @param norm their {@link #norm}
     */
    public void clip(Clipping clipping, double threshold, double norm) {
        switch (clipping) {
            case NONE -> {}
            case VALUE ->
                parts.forEach(part -> Nd4j.exec(DynamicCustomOp.builder("clipbyvalue")
                        .addInputs(part)
                        .addOutputs(part)
                        .addFloatingPointArguments(-threshold, threshold)
                        .build()));
            case NORM -> {
                if (norm > threshold) {
                    parts.forEach(part -> part.muli(threshold / norm));
                }
            }
        }
    }
}
