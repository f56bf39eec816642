package org.vitrine.charts.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Decimator;
import org.vitrine.charts.render.LinePath;
import org.vitrine.charts.render.Points;

class CoarseTest {
    private static final int PIXELS = 400;

    private static Points noisy(int count, int gap) {
        Random random = new Random(3);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i;
            y[i] = i == gap ? Double.NaN : Math.sin(i * 1e-4) + 0.3 * random.nextGaussian();
        }
        y[123_456] = 9;
        return Points.of(x, y);
    }

    @Test
    void aLongCurveKeepsItsPeaksItsEndsAndItsGaps() {
        Points fine = noisy(300_000, 200_000);
        Points coarse = new Coarse().of(fine, "", fine.size(), PIXELS);

        assertThat(coarse.size()).isLessThan(fine.size() / 10);
        assertThat(coarse.x(0)).isEqualTo(0);
        assertThat(coarse.x(coarse.size() - 1)).isEqualTo(299_999);
        int gaps = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < coarse.size(); i++) {
            gaps += Double.isNaN(coarse.y(i)) ? 1 : 0;
            highest = Double.isNaN(coarse.y(i)) ? highest : Math.max(highest, coarse.y(i));
            assertThat(Double.valueOf(coarse.y(i))).isEqualTo(Double.valueOf(fine.y((int) coarse.x(i))));
            assertThat(i == 0 || coarse.x(i) > coarse.x(i - 1)).isTrue();
        }
        assertThat(gaps).isEqualTo(1);
        assertThat(highest).isEqualTo(9);
    }

    @Test
    void thePictureIsTheSameToAPixel() {
        Points fine = noisy(300_000, -1);
        Points coarse = new Coarse().of(fine, "", fine.size(), PIXELS);
        Decimator decimator = new Decimator(Axis.linear(0, 300_000), Axis.linear(-3, 10), 0, 0, PIXELS, 200);

        double[][] exact = extent(decimator, fine);
        double[][] quick = extent(decimator, coarse);

        for (int pixel = 1; pixel < PIXELS - 1; pixel++) {
            // A block may lie across the border of two columns.
            double low = Math.min(exact[0][pixel - 1], Math.min(exact[0][pixel], exact[0][pixel + 1]));
            double high = Math.max(exact[1][pixel - 1], Math.max(exact[1][pixel], exact[1][pixel + 1]));
            assertThat(quick[0][pixel]).isBetween(low - 1e-9, exact[0][pixel] + 8);
            assertThat(quick[1][pixel]).isBetween(exact[1][pixel] - 8, high + 1e-9);
        }
    }

    private static double[][] extent(Decimator decimator, Points points) {
        LinePath path = new LinePath();
        decimator.decimate(points, path);
        double[][] extent = new double[2][PIXELS + 1];
        java.util.Arrays.fill(extent[0], Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(extent[1], Double.NEGATIVE_INFINITY);
        for (int i = 0; i < path.size(); i++) {
            int pixel = (int) Math.max(0, Math.min(PIXELS, Math.floor(path.x(i))));
            extent[0][pixel] = Math.min(extent[0][pixel], path.y(i));
            extent[1][pixel] = Math.max(extent[1][pixel], path.y(i));
        }
        return extent;
    }

    @Test
    void fewPointsAreTakenAsTheyAreAndAnotherStateBeginsAnew() {
        Points fine = noisy(200_000, -1);
        Coarse coarse = new Coarse();
        assertThat(coarse.of(fine, "a", 10_000, PIXELS)).isSameAs(fine);
        assertThat(coarse.of(fine, "a", 200_000, 10).size()).isLessThan(20_000);

        double[] x = new double[200_000];
        java.util.Arrays.setAll(x, i -> i);
        Points flat = Points.of(x, new double[200_000]);

        assertThat(coarse.of(flat, "b", 200_000, 10).y(5)).isCloseTo(0, within(0.0));
    }
}
