package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecimatorTest {
    private static final int WIDTH = 50;

    private static LinePath decimate(double[] x, double[] y, Axis xAxis, Axis yAxis) {
        LinePath path = new LinePath();
        new Decimator(xAxis, yAxis, 0, 0, WIDTH, 100).decimate(Points.of(x, y), path);
        return path;
    }

    @Property(tries = 200)
    void eachPixelColumnKeepsItsExtremesAndAtMostFourVertices(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int n) {
        Random random = new Random(seed);
        double[] x = new double[n];
        double[] y = new double[n];
        double[] low = new double[WIDTH + 1];
        double[] high = new double[WIDTH + 1];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            x[i] = i;
            y[i] = random.nextGaussian();
            int column = (int) Math.floor(x[i] / n * WIDTH);
            double py = (1 - (y[i] + 10) / 20) * 100;
            low[column] = Math.min(low[column], py);
            high[column] = Math.max(high[column], py);
        }
        LinePath path = decimate(x, y, Axis.linear(0, n), Axis.linear(-10, 10));
        double[] drawnLow = new double[WIDTH + 1];
        double[] drawnHigh = new double[WIDTH + 1];
        int[] vertices = new int[WIDTH + 1];
        java.util.Arrays.fill(drawnLow, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(drawnHigh, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < path.size(); i++) {
            int column = (int) Math.floor(path.x(i));
            vertices[column]++;
            drawnLow[column] = Math.min(drawnLow[column], path.y(i));
            drawnHigh[column] = Math.max(drawnHigh[column], path.y(i));
            assertThat(i == 0 || path.x(i) >= path.x(i - 1)).isTrue();
        }
        for (int c = 0; c <= WIDTH; c++) {
            assertThat(vertices[c]).isLessThanOrEqualTo(4);
            if (vertices[c] > 0) {
                assertThat(drawnLow[c]).isCloseTo(low[c], org.assertj.core.api.Assertions.within(1e-9));
                assertThat(drawnHigh[c]).isCloseTo(high[c], org.assertj.core.api.Assertions.within(1e-9));
            } else {
                assertThat(low[c]).isInfinite();
            }
        }
    }

    @Test
    void nanAndInfinityBreakTheLine() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = {1, 2, Double.NaN, 3, Double.POSITIVE_INFINITY, 1};
        LinePath path = decimate(x, y, Axis.linear(0, 5), Axis.linear(0, 4));
        int[] lengths = new int[3];
        int[] pieces = {0};
        path.pieces((px, py, count) -> lengths[pieces[0]++] = count);
        assertThat(pieces[0]).isEqualTo(3);
        assertThat(lengths).containsExactly(2, 1, 1);
    }

    @Test
    void aZoomedCurveRunsOutOfBothEdges() {
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        double[] y = {0, 1, 2, 3, 4, 5, 6};
        LinePath path = decimate(x, y, Axis.linear(2.5, 4.5), Axis.linear(0, 6));
        assertThat(path.size()).isEqualTo(4);
        assertThat(path.x(0)).isNegative();
        assertThat(path.x(3)).isGreaterThan(WIDTH);
    }

    @Test
    void valuesThatALogAxisCannotShowAreGaps() {
        LinePath path =
                decimate(new double[] {0, 1, 2}, new double[] {1, 0, 1}, Axis.linear(0, 2), new Axis(0.1, 10, true));
        int[] pieces = {0};
        path.pieces((px, py, count) -> pieces[0]++);
        assertThat(pieces[0]).isEqualTo(2);
    }
}
