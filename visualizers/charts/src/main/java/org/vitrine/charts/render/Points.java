package org.vitrine.charts.render;

/** Points of a curve with x never falling. A y of NaN is a gap. */
public interface Points {
    int size();

    double x(int index);

    double y(int index);

    /** Index of the first point with x at or above {@code x}, or {@link #size()}. */
    default int firstAtOrAfter(double x) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x(middle) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the point nearest to {@code x}, or -1 if there are no points. */
    default int nearest(double x) {
        int after = firstAtOrAfter(x);
        if (after == size()) {
            return size() - 1;
        }
        return after > 0 && x - x(after - 1) <= x(after) - x ? after - 1 : after;
    }

    /** Points over two arrays of equal length. */
    static Points of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("A curve needs as many x as y, not " + x.length + " and " + y.length);
        }
        for (int i = 1; i < x.length; i++) {
            if (x[i] < x[i - 1]) {
                throw new IllegalArgumentException("x falls from " + x[i - 1] + " to " + x[i] + " at point " + i);
            }
        }
        return new Points() {
            @Override
            public int size() {
                return x.length;
            }

            @Override
            public double x(int index) {
                return x[index];
            }

            @Override
            public double y(int index) {
                return y[index];
            }
        };
    }
}
