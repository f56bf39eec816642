package org.vitrine.datasets.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.random.Draw;

class ColumnStatisticsTest {

    @Test
    void figuresOfTheFirstHundredNumbers() {
        double[] values = IntStream.rangeClosed(0, 101)
                .mapToDouble(i -> i == 0 ? Double.NaN : 102 - i)
                .toArray();
        ColumnStatistics.Numbers statistics = ColumnStatistics.ofNumbers("n", values);
        assertThat(statistics.present()).isEqualTo(101);
        assertThat(statistics.missing()).isEqualTo(1);
        assertThat(statistics.mean()).isEqualTo(51);
        // The variance of 1..n with n - 1 is n (n + 1) / 12.
        assertThat(statistics.deviation()).isCloseTo(Math.sqrt(101 * 102 / 12.0), within(1e-12));
        assertThat(statistics.least()).isEqualTo(1);
        assertThat(statistics.lowerQuartile()).isEqualTo(26);
        assertThat(statistics.median()).isEqualTo(51);
        assertThat(statistics.upperQuartile()).isEqualTo(76);
        assertThat(statistics.most()).isEqualTo(101);
        assertThat(statistics.histogram().total()).isEqualTo(101);
    }

    @Test
    void quantilesLieBetweenNeighbours() {
        ColumnStatistics.Numbers statistics = ColumnStatistics.ofNumbers("n", new double[] {4, 1, 3, 2});
        assertThat(statistics.median()).isEqualTo(2.5);
        assertThat(statistics.lowerQuartile()).isEqualTo(1.75);
    }

    @Test
    void anEmptyColumnAndAConstantOneHaveStatisticsToo() {
        ColumnStatistics.Numbers empty = ColumnStatistics.ofNumbers("n", new double[] {Double.NaN});
        assertThat(empty.present()).isZero();
        assertThat(empty.mean()).isNaN();
        assertThat(empty.histogram().counts()).isEmpty();
        ColumnStatistics.Numbers constant = ColumnStatistics.ofNumbers("n", new double[] {7, 7, 7});
        assertThat(constant.deviation()).isZero();
        assertThat(constant.histogram()).isEqualTo(new Histogram(7, 1, List.of(3)));
    }

    @Test
    void aHistogramCountsByHand() {
        Histogram histogram =
                Histogram.of(new double[] {0, 0.5, 1, 1.5, 2, 4, Double.NaN, Double.POSITIVE_INFINITY}, 4);
        assertThat(histogram).isEqualTo(new Histogram(0, 1, List.of(2, 2, 1, 1)));
    }

    @Property(tries = 200)
    void everyNumberIsInOneBin(
            @ForAll List<@DoubleRange(min = -1e6, max = 1e6) Double> drawn,
            @ForAll @IntRange(min = 1, max = 40) int bins) {
        double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(Histogram.of(values, bins).total()).isEqualTo(values.length);
        assertThat(ColumnStatistics.ofNumbers("n", values).histogram().total()).isEqualTo(values.length);
    }

    @Test
    void aThousandNormalNumbersMakeAboutThirtyBins() {
        Draw draw = new Draw(1);
        double[] values =
                IntStream.range(0, 1000).mapToDouble(i -> draw.gaussian()).toArray();
        Histogram histogram = ColumnStatistics.ofNumbers("n", values).histogram();
        assertThat(histogram.counts()).hasSizeBetween(15, 40);
        assertThat(Arrays.stream(values).min().orElseThrow()).isEqualTo(histogram.low());
    }

    @Test
    void textsAreCountedMostFrequentFirst() {
        ColumnStatistics.Texts texts = ColumnStatistics.ofTexts("t", List.of("b", "a", "", "c", "b", "a"));
        assertThat(texts.present()).isEqualTo(5);
        assertThat(texts.missing()).isEqualTo(1);
        assertThat(texts.counts()).containsExactly(entry("a", 2), entry("b", 2), entry("c", 1));
    }
}
