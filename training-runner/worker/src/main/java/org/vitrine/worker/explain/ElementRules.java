package org.vitrine.worker.explain;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.network.EngineArrays;

/**
 * What rules do value by value. Batches of two hold the input first, the baseline second. Explanations are of one example, so that
 * plain loops are fast enough and say what is meant.
 */
final class ElementRules {
    /** Keeps sums of nothing from dividing. */
    static final double LEAST = 1e-9;
    /** Values nearer than this are the same: the slope is that of the tangent. */
    private static final double SAME = 1e-6;

    private ElementRules() {}

    /** A value of each place. */
    @FunctionalInterface
    private interface Place {
        double at(int index);
    }

    private static INDArray filled(INDArray like, Place place) {
        double[] values = new double[(int) like.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = place.at(i);
        }
        return Nd4j.createFromArray(values).castTo(like.dataType()).reshape('c', like.shape());
    }

    private static double[] doubles(INDArray array) {
        return EngineArrays.doubles(array);
    }

    /** Passes where both the sum and what arrives are positive. */
    static INDArray guided(INDArray sums, INDArray at) {
        double[] z = doubles(sums);
        double[] e = doubles(at);
        return filled(at, i -> z[i] > 0 && e[i] > 0 ? e[i] : 0);
    }

    /** Times the slope of the line from the baseline to the input. */
    static INDArray rescaled(INDArray sums, INDArray activations, INDArray at, INDArray gradient) {
        double[] z = doubles(sums);
        double[] y = doubles(activations);
        double[] e = doubles(at);
        double[] tangent = doubles(gradient);
        int half = z.length / 2;
        return filled(at, i -> {
            int k = i % half;
            double difference = z[k] - z[k + half];
            return Math.abs(difference) < SAME ? tangent[k] : e[k] * (y[k] - y[k + half]) / difference;
        });
    }

    /** Of a maximum: the winner at the input brings what it is above the baseline's, the winner at the baseline the rest. */
    static INDArray maximumShares(INDArray maxima, INDArray at) {
        double[] y = doubles(maxima);
        double[] e = doubles(at);
        int half = y.length / 2;
        return filled(at, i -> {
            int k = i % half;
            double greater = Math.max(y[k], y[k + half]);
            return e[k] * (i < half ? greater - y[k + half] : y[k] - greater);
        });
    }

    /** Contributions of both winners, divided by how far each value is from the baseline. */
    static INDArray multipliers(INDArray values, INDArray contributions, INDArray gradient) {
        double[] x = doubles(values);
        double[] c = doubles(contributions);
        double[] tangent = doubles(gradient);
        int half = x.length / 2;
        return filled(values, i -> {
            int k = i % half;
            double difference = x[k] - x[k + half];
            return Math.abs(difference) < SAME ? tangent[k] : (c[k] + c[k + half]) / difference;
        });
    }

    /** Relevance for each unit of a sum; the sum is kept away from zero by {@code epsilon}. */
    static INDArray perUnit(INDArray relevance, INDArray sums, double epsilon) {
        double[] r = doubles(relevance);
        double[] z = doubles(sums);
        return filled(relevance, i -> r[i] / (z[i] + (z[i] < 0 ? -epsilon : epsilon)));
    }

    /** What arrives at the output of a network. */
    static INDArray seed(INDArray output, double[] slope, boolean timesOutput) {
        double[] y = doubles(output);
        return filled(output, i -> slope[i % slope.length] * (timesOutput ? y[i] : 1));
    }

    static INDArray positive(INDArray values) {
        double[] x = doubles(values);
        return filled(values, i -> Math.max(0, x[i]));
    }
}
