package org.vitrine.worker.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.random.Draw;

class SamplerTest {
    private static final double[] SCORES = {Math.log(1), Math.log(2), Math.log(4), Double.NEGATIVE_INFINITY};

    @Test
    void temperatureOneIsSoftmax() {
        assertThat(new Sampler(1, 0).probabilities(SCORES))
                .containsExactly(new double[] {1 / 7.0, 2 / 7.0, 4 / 7.0, 0}, within(1e-12));
    }

    @Test
    void halfTheTemperatureSquaresTheOdds() {
        assertThat(new Sampler(0.5, 0).probabilities(SCORES))
                .containsExactly(new double[] {1 / 21.0, 4 / 21.0, 16 / 21.0, 0}, within(1e-12));
    }

    @Test
    void temperatureZeroIsGreedyAndTakesTheFirstOfEquals() {
        assertThat(new Sampler(0, 0).probabilities(SCORES)).containsExactly(0, 0, 1, 0);
        assertThat(new Sampler(0, 0).probabilities(new double[] {1, 3, 3})).containsExactly(0, 1, 0);
    }

    @Test
    void topKLeavesOutTheRest() {
        assertThat(new Sampler(1, 2).probabilities(SCORES))
                .containsExactly(new double[] {0, 1 / 3.0, 2 / 3.0, 0}, within(1e-12));
        assertThat(new Sampler(1, 1).probabilities(SCORES)).containsExactly(0, 0, 1, 0);
        assertThat(new Sampler(1, 99).probabilities(SCORES)).isEqualTo(new Sampler(1, 0).probabilities(SCORES));
    }

    @Property(tries = 200)
    void probabilitiesSumToOne(
            @ForAll @Size(min = 1, max = 30) double[] raw,
            @ForAll @DoubleRange(min = 0, max = 5) double temperature,
            @ForAll @IntRange(max = 40) int topK) {
        double[] scores =
                Arrays.stream(raw).map(value -> 500 * Math.tanh(value)).toArray();
        double[] probabilities = new Sampler(temperature, topK).probabilities(scores);
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(probabilities)).allMatch(chance -> chance >= 0 && chance <= 1);
        assertThat(Sampler.draw(probabilities, new Draw(topK))).isBetween(0, scores.length - 1);
    }

    @Test
    void drawsAsOftenAsTheProbabilitiesSay() {
        double[] probabilities = new Sampler(1, 0).probabilities(SCORES);
        Draw draw = new Draw(5);
        int[] counts = new int[4];
        for (int i = 0; i < 7000; i++) {
            counts[Sampler.draw(probabilities, draw)]++;
        }
        assertThat(counts[0]).isBetween(900, 1100);
        assertThat(counts[1]).isBetween(1860, 2140);
        assertThat(counts[3]).isZero();
    }

    @Test
    void settingsWithoutSenseAreRefused() {
        assertThatThrownBy(() -> new Sampler(-1, 0)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> new Sampler(Double.NaN, 0)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> new Sampler(1, -1)).hasMessageContaining("0 for all");
    }
}
