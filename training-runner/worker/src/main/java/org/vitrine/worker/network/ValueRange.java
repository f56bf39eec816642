package org.vitrine.worker.network;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.datasets.Tensor;

/**
 * Between which bounds values lie.
 *
 * @param low least finite value, infinite if there is none
 * @param high greatest finite value, minus infinity if there is none
 * @param nonFinite how many values are NaN or infinite
 */
public record ValueRange(double low, double high, long nonFinite) {
    static final ValueRange NONE = new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);

    static ValueRange of(@Nullable INDArray array) {
        return array == null ? NONE : of(EngineArrays.doubles(array));
    }

    static ValueRange of(Tensor tensor) {
        float[] values = tensor.values();
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return of(wide);
    }

    static ValueRange of(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        long nonFinite = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            } else {
                nonFinite++;
            }
        }
        return new ValueRange(low, high, nonFinite);
    }

    ValueRange and(ValueRange other) {
        return new ValueRange(Math.min(low, other.low), Math.max(high, other.high), nonFinite + other.nonFinite);
    }

    public boolean isFinite() {
        return nonFinite == 0;
    }

    /** The greatest finite magnitude; 0 if there is no finite value. */
    public double magnitude() {
        return Math.max(0, Math.max(-low, high));
    }
}
