package org.vitrine.datasets.catalogue.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.random.Draw;

class EquationsTest {

    @Test
    void moreValuesDoNotChangeTheFirstOnes() {
        assertThat(Arrays.copyOf(Equations.sines(200, 3, new Draw(1))[0], 100))
                .containsExactly(Equations.sines(100, 3, new Draw(1))[0]);
        assertThat(Arrays.copyOf(Equations.mackeyGlass(200, 17, new Draw(1))[0], 100))
                .containsExactly(Equations.mackeyGlass(100, 17, new Draw(1))[0]);
        assertThat(Arrays.copyOf(Equations.lorenz(200, new Draw(1))[2], 100))
                .containsExactly(Equations.lorenz(100, new Draw(1))[2]);
    }

    @Test
    void aShortDelayLeadsToTheFixedPointOfMackeyAndGlassAndALongOneToChaos() {
        double[] calm = Equations.mackeyGlass(3000, 2, new Draw(2))[0];
        // 0.2 x / (1 + x^10) = 0.1 x holds at x = 1.
        assertThat(calm[2999]).isCloseTo(1, within(1e-6));
        double[] wild = Equations.mackeyGlass(3000, 17, new Draw(2))[0];
        assertThat(Arrays.stream(wild).min().orElseThrow()).isBetween(0.2, 0.5);
        assertThat(Arrays.stream(wild).max().orElseThrow()).isBetween(1.2, 1.45);
    }

    @Test
    void theLorenzAttractorHasTwoWingsAroundItsFixedPoints() {
        double[][] values = Equations.lorenz(20_000, new Draw(3));
        double wing = Math.sqrt(8.0 / 3 * 27);
        assertThat(Arrays.stream(values[0]).map(Math::abs).average().orElseThrow())
                .isCloseTo(wing, within(2.5));
        assertThat(Arrays.stream(values[0]).average().orElseThrow()).isCloseTo(0, within(1.5));
        // The long-time mean of z, known from many computations.
        assertThat(Arrays.stream(values[2]).average().orElseThrow()).isCloseTo(23.55, within(0.3));
        assertThat(Arrays.stream(values[2]).min().orElseThrow()).isPositive();
    }
}
