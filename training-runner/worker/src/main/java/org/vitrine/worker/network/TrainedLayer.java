package org.vitrine.worker.network;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The parameters of one layer that are trained, and where their gradients lie; after a step those are what was taken off the
 * parameters. Views: they change with the network.
 */
public final class TrainedLayer {
    private final String vertex;
    private final List<INDArray> weights;
    private final List<INDArray> gradients;

    TrainedLayer(String vertex, List<INDArray> weights, List<INDArray> gradients) {
        this.vertex = vertex;
        this.weights = List.copyOf(weights);
        this.gradients = List.copyOf(gradients);
    }

    public String vertex() {
        return vertex;
    }

    /** How many parameters there are. */
    public long parameters() {
        return weights.stream().mapToLong(INDArray::length).sum();
    }

    /** L2 norm of the parameters. */
    public double weightNorm() {
        return norm(weights);
    }

    /** L2 norm of the gradients, or of the last change. */
    public double gradientNorm() {
        return norm(gradients);
    }

    private static double norm(List<INDArray> parts) {
        double squares = 0;
        for (INDArray part : parts) {
            double norm = Nd4j.getBlasWrapper().nrm2(part);
            squares += norm * norm;
        }
        return Math.sqrt(squares);
    }

    /** Some of the parameters, evenly spread stretches of them if there are more than {@code most}. */
    public float[] someWeights(int most) {
        return some(weights, most);
    }

    /** The same of the gradients. */
    public float[] someGradients(int most) {
        return some(gradients, most);
    }

    private static float[] some(List<INDArray> parts, int most) {
        long all = parts.stream().mapToLong(INDArray::length).sum();
        int[] counts = parts.stream()
                .mapToInt(part -> (int) Math.min(part.length(), Math.max(1, most * part.length() / all)))
                .toArray();
        float[] values = new float[java.util.Arrays.stream(counts).sum()];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            copy(parts.get(i), counts[i], values, next);
            next += counts[i];
        }
        return values;
    }

    private static void copy(INDArray part, int count, float[] values, int at) {
        int stretch = 512;
        int stretches = (count + stretch - 1) / stretch;
        for (int s = 0; s < stretches; s++) {
            int length = Math.min(stretch, count - s * stretch);
            long from = stretches == 1 ? 0 : (part.length() - length) * s / (stretches - 1);
            if (part.dataType() == DataType.FLOAT) {
                new FloatPointer(part.data().pointer())
                        .position(part.offset() + from)
                        .get(values, at + s * stretch, length);
            } else {
                for (int i = 0; i < length; i++) {
                    values[at + s * stretch + i] = part.getFloat(from + i);
                }
            }
        }
    }
}
