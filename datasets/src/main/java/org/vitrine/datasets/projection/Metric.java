package org.vitrine.datasets.projection;

/** How far two points are from each other. */
public enum Metric {
    EUCLIDEAN,
    /** One minus the cosine of the angle between them; 1 where one of them is zero. */
    COSINE;

    /** The distance of two points. */
    public double distance(float[] one, float[] other) {
        if (this == EUCLIDEAN) {
            return Math.sqrt(squared(one, other));
        }
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (int k = 0; k < one.length; k++) {
            dot += (double) one[k] * other[k];
            ones += (double) one[k] * one[k];
            others += (double) other[k] * other[k];
        }
        return ones == 0 || others == 0 ? 1 : Math.max(0, 1 - dot / Math.sqrt(ones * others));
    }

    /** The square of the Euclidean distance; sums in four strands, which is faster and always the same. */
    static float squared(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int k = 0;
        for (; k + 3 < one.length; k += 4) {
            float p = one[k] - other[k];
            float q = one[k + 1] - other[k + 1];
            float r = one[k + 2] - other[k + 2];
            float s = one[k + 3] - other[k + 3];
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; k < one.length; k++) {
            float p = one[k] - other[k];
            a += p * p;
        }
        return a + b + c + d;
    }
}
