package org.vitrine.charts.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Points;

class SeriesTest {
    @Test
    void aRunThatGoesOnFromACheckpointReplacesWhatItRepeats() {
        Series series = new Series("loss", 0, false);
        for (int i = 1; i <= 200; i++) {
            series.append(i, i / 100.0, i);
        }
        series.append(151, 1.51, -1);
        assertThat(series.size()).isEqualTo(151);
        assertThat(series.value(149)).isEqualTo(150);
        assertThat(series.value(150)).isEqualTo(-1);
    }

    @Property
    void smoothingAConstantGivesTheConstant(
            @ForAll @DoubleRange(min = -10, max = 10) double value,
            @ForAll @DoubleRange(min = 0, max = 0.99) double weight,
            @ForAll @IntRange(min = 1, max = 300) int n) {
        Series series = new Series("x", 0, false);
        for (int i = 0; i < n; i++) {
            series.append(i, i, value);
        }
        Points smooth = new Smoothing(series).points(XMode.ITERATION, weight);
        assertThat(smooth.y(0)).isCloseTo(value, within(1e-9));
        assertThat(smooth.y(n - 1)).isCloseTo(value, within(1e-9));
    }

    @Test
    void smoothingGrowsWithTheSeriesAndStartsAnewAfterACut() {
        Series series = new Series("x", 0, false);
        Smoothing smoothing = new Smoothing(series);
        series.append(1, 1, 0);
        assertThat(smoothing.points(XMode.ITERATION, 0.5).y(0)).isZero();
        series.append(2, 2, 3);
        assertThat(smoothing.points(XMode.ITERATION, 0.5).y(1)).isCloseTo(2, within(1e-12));
        series.append(3, 3, Double.NaN);
        assertThat(smoothing.points(XMode.ITERATION, 0.5).y(2)).isNaN();
        series.append(2, 2, 6);
        assertThat(smoothing.points(XMode.ITERATION, 0.5).y(1)).isCloseTo(4, within(1e-12));
    }

    @Test
    void theNearestPointIsFoundByBisection() {
        Points points = Points.of(new double[] {0, 10, 20}, new double[] {1, 2, 3});
        assertThat(points.nearest(-5)).isZero();
        assertThat(points.nearest(4.9)).isZero();
        assertThat(points.nearest(5.1)).isEqualTo(1);
        assertThat(points.nearest(99)).isEqualTo(2);
        assertThat(Points.of(new double[0], new double[0]).nearest(1)).isEqualTo(-1);
    }
}
