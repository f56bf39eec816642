package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BaselinesTest {

    @Test
    void sumsOfBiasesAreFoundExactly() {
        // 3 plus -1 or 1 for the user plus -0.5 or 0.5 for the item.
        RatingBaselines fitted = RatingBaselines.fit(
                new int[] {7, 7, 9, 9}, new int[] {1, 2, 1, 2}, new double[] {1.5, 2.5, 3.5, 4.5}, 0);
        assertThat(fitted.mean()).isEqualTo(3);
        assertThat(fitted.rating(7, 1)).isCloseTo(1.5, within(1e-9));
        assertThat(fitted.rating(9, 2)).isCloseTo(4.5, within(1e-9));
        // An unknown user has no bias, an unknown pair none at all.
        assertThat(fitted.rating(5, 2)).isCloseTo(3.5, within(1e-9));
        assertThat(fitted.rating(5, 5)).isEqualTo(3);
    }

    @Test
    void dampingPullsBiasesTowardsZero() {
        RatingBaselines fitted = RatingBaselines.fit(new int[] {0, 1}, new int[] {0, 1}, new double[] {1, 5}, 1);
        // Item and user share the deviation of 2; each round halves what the other leaves: b = (2 - a) / 2, a = (2 - b)
        // / 2.
        assertThat(fitted.rating(1, 1)).isCloseTo(3 + 4 / 3.0, within(1e-6));
    }

    @Test
    void theSeasonIsTheLagThatFitsBest() {
        float[] wave = {0, 1, 3, 1, 0, 1, 3, 1, 0, 1, 3, 1};
        float[][] windows = new float[5][6];
        float[][] next = new float[5][2];
        for (int i = 0; i < windows.length; i++) {
            System.arraycopy(wave, i, windows[i], 0, 6);
            System.arraycopy(wave, i + 6, next[i], 0, 2);
        }
        SeriesBaselines fitted = SeriesBaselines.fit(windows, next, false);
        assertThat(fitted.season()).isEqualTo(4);
        assertThat(fitted.seasonal(windows[0], 0)).isEqualTo(3);
        assertThat(fitted.seasonal(windows[0], 1)).isEqualTo(1);
        assertThat(fitted.seasonal(windows[0], 4)).isEqualTo(3);
        assertThat(fitted.naive(windows[0])).isEqualTo(1);
        // From 1 to 3, 3 to 1, 1 to 0, 0 to 1 and 1 to 3.
        assertThat(fitted.scale()).isCloseTo(8 / 5.0, within(1e-9));
    }

    @Test
    void aWindowOfOneStepHasNoSeason() {
        SeriesBaselines fitted = SeriesBaselines.fit(new float[][] {{2}}, new float[][] {{5}}, false);
        assertThat(fitted.season()).isZero();
        assertThat(fitted.seasonal(new float[] {2}, 0)).isEqualTo(2);
        assertThat(fitted.scale()).isEqualTo(3);
    }

    @Test
    void aValueGoesOnWithoutAChange() {
        SeriesBaselines fitted = SeriesBaselines.fit(new float[][] {{2, 4}, {4, 1}}, new float[][] {{1}, {-3}}, true);
        assertThat(fitted.naive(new float[] {2, 4})).isZero();
        assertThat(fitted.scale()).isEqualTo(2);
    }
}
