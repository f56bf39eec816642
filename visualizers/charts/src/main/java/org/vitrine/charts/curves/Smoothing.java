package org.vitrine.charts.curves;

import java.util.Arrays;
import org.vitrine.charts.render.Points;

/**
 * Exponential moving average of a series, without the bias towards zero at its start (Kingma and Ba 2015, section 3);
 * extended as the series grows. Gaps stay gaps and are passed over.
 */
final class Smoothing {
    private final Series series;
    private double[] smooth = new double[64];
    private int done;
    private int cuts;
    private double weight = Double.NaN;
    private double sum;
    private double bias;

    Smoothing(Series series) {
        this.series = series;
    }

    /** The smoothed points; weight 0 is the series itself, near 1 is very smooth. */
    Points points(XMode mode, double newWeight) {
        Points raw = series.points(mode);
        update(newWeight);
        return new Points() {
            @Override
            public int size() {
                return raw.size();
            }

            @Override
            public double x(int index) {
                return raw.x(index);
            }

            @Override
            public double y(int index) {
                return smooth[index];
            }
        };
    }

    private void update(double newWeight) {
        if (newWeight != weight || series.cuts() != cuts) {
            weight = newWeight;
            cuts = series.cuts();
            done = 0;
            sum = 0;
            bias = 1;
        }
        int size = series.size();
        if (smooth.length < size) {
            smooth = Arrays.copyOf(smooth, Math.max(size, 2 * smooth.length));
        }
        for (; done < size; done++) {
            double value = series.value(done);
            if (Double.isFinite(value)) {
                sum = weight * sum + (1 - weight) * value;
                bias *= weight;
                smooth[done] = sum / (1 - bias);
            } else {
                smooth[done] = Double.NaN;
            }
        }
    }
}
