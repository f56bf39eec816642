package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Property
    void linearTicksLieInsideAreDistinctAndNotTooMany(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
            @ForAll @DoubleRange(min = 0.05, max = 1e6) double length,
            @ForAll @IntRange(min = 2, max = 15) int count) {
        Ticks ticks = Ticks.linear(a, a + length, count);
        double slack = length * 1e-6;
        assertThat(ticks.values()).isSorted().hasSizeBetween(2, Math.max(6, count));
        for (double value : ticks.values()) {
            assertThat(value).isBetween(a - slack, a + length + slack);
        }
        assertThat(IntStream.range(0, ticks.values().length).mapToObj(ticks::label))
                .doesNotHaveDuplicates();
    }

    @Property
    void logTicksLieInsideAndAscend(
            @ForAll @DoubleRange(min = -8, max = 4) double exponent,
            @ForAll @DoubleRange(min = 0.05, max = 9) double decades,
            @ForAll @IntRange(min = 2, max = 12) int count) {
        double low = Math.pow(10, exponent);
        double high = low * Math.pow(10, decades);
        Assume.that(high > low);
        double[] values = Ticks.log(low, high, count).values();
        assertThat(values).isSorted().isNotEmpty();
        assertThat(values[0]).isGreaterThanOrEqualTo(low * (1 - 1e-6));
        assertThat(values[values.length - 1]).isLessThanOrEqualTo(high * (1 + 1e-6));
    }

    @Test
    void twoDecadesHaveLogarithmicTicksHoweverFewAreAskedFor() {
        assertThat(Ticks.log(5e-4, 0.05, 2).values()).containsExactly(0.001, 0.01);
        assertThat(Ticks.log(0.002, 0.05, 2).values()).contains(0.01, 0.02);
        assertThat(Ticks.log(2e-4, 8e-4, 2).values()).containsExactly(2e-4, 5e-4);
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(Ticks.niceStep(0.03)).isEqualTo(0.05);
        assertThat(Ticks.niceStep(0.1)).isEqualTo(0.1);
        assertThat(Ticks.niceStep(1.1)).isEqualTo(2);
        assertThat(Ticks.niceStep(700)).isEqualTo(1000);
    }

    @Test
    void ticksAreExactDecimals() {
        assertThat(Ticks.linear(0, 1, 6).values()).containsExactly(0, 0.2, 0.4, 0.6, 0.8, 1);
        assertThat(Ticks.linear(0, 0.3, 4).values()).containsExactly(0, 0.1, 0.2, 0.3);
        assertThat(Ticks.linear(0, 410, 2).values()).as("not 0 alone").containsExactly(0, 200, 400);
    }

    @Test
    void percentLabelsAreOfTheShare() {
        assertThat(Ticks.linear(0, 1, 6).percentLabel(1)).isEqualTo("20%");
        assertThat(Ticks.linear(0.95, 1, 6).percentLabel(0)).isEqualTo("95%");
    }
}
