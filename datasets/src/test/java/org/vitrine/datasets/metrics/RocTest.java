package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RocTest {

    @Test
    void pairsFarApartAreToldWithoutAnError() {
        Roc roc = Pairs.of(new double[] {0, 1, 10, 11}, new int[] {0, 0, 1, 1})
                .roc()
                .orElseThrow();
        assertThat(roc.area()).isEqualTo(1);
        assertThat(roc.equalErrorRate()).isZero();
        // Friends are 1 apart, the nearest strangers 9: the threshold lies in the middle.
        assertThat(roc.bestThreshold()).isEqualTo(5);
        assertThat(roc.accuracy(5)).isEqualTo(1);
        assertThat(roc.accuracy(0.5)).isEqualTo(0.5);
        assertThat(roc.accuracy(99)).isEqualTo(0.5);
    }

    @Test
    void tiesCountHalf() {
        // Friends at 1 and 1, strangers at 1, 2, 2 and 3: of eight comparisons six are won and two tied.
        Roc roc = Pairs.of(new double[] {0, 1, 2, 3}, new int[] {0, 0, 1, 1})
                .roc()
                .orElseThrow();
        assertThat(roc.area()).isCloseTo(0.875, within(1e-12));
        // From (0, 0) the curve goes straight to (1/4, 1), and meets 1 - x at x = 1/5.
        assertThat(roc.equalErrorRate()).isCloseTo(0.2, within(1e-12));
        assertThat(roc.accuracy(roc.bestThreshold())).isCloseTo(0.875, within(1e-12));
    }

    @Test
    void equalErrorsOfMixedPairs() {
        // Accepting 1 and 2 refuses one friend of three and accepts one stranger of three.
        Roc roc = Roc.of(new double[] {1, 2, 5}, new double[] {1.5, 4, 6});
        assertThat(roc.equalErrorRate()).isCloseTo(1 / 3.0, within(1e-12));
        // Friends win 3 + 2 + 1 of nine comparisons.
        assertThat(roc.area()).isCloseTo(6 / 9.0, within(1e-12));
    }

    @Test
    void bothKindsOfPairsCountEqually() {
        double[] strangers = new double[1000];
        Arrays.fill(strangers, 3);
        strangers[0] = 0;
        assertThat(Roc.of(new double[] {1, 4}, strangers).accuracy(2)).isCloseTo((0.5 + 0.999) / 2, within(1e-12));
    }

    @Test
    void withoutPairsOfOneKindThereIsNoCurve() {
        assertThat(Pairs.of(new double[] {0, 1}, new int[] {0, 1}).roc()).isEmpty();
        assertThatThrownBy(() -> Roc.of(new double[0], new double[] {1})).hasMessageContaining("0 and 1");
    }

    @Test
    void theCurveIsThinnedButKeepsItsEnds() {
        double[] friends = new double[5000];
        double[] strangers = new double[5000];
        Arrays.setAll(friends, i -> i);
        Arrays.setAll(strangers, i -> i + 1000.5);
        Roc roc = Roc.of(friends, strangers);
        List<Roc.Point> curve = roc.curve(100);
        assertThat(curve).hasSizeBetween(50, 101);
        assertThat(curve.get(0).trueAccepts()).isZero();
        assertThat(curve.get(curve.size() - 1).falseAccepts()).isEqualTo(1);
    }

    @Property(tries = 200)
    void theAreaIsTheShareOfWonComparisons(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> friends,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> strangers) {
        double won = 0;
        for (int friend : friends) {
            for (int stranger : strangers) {
                won += friend < stranger ? 1 : friend == stranger ? 0.5 : 0;
            }
        }
        Roc roc = Roc.of(doubles(friends), doubles(strangers));
        assertThat(roc.area()).isCloseTo(won / friends.size() / strangers.size(), within(1e-9));
        assertThat(roc.equalErrorRate()).isBetween(0.0, 1.0);
        assertThat(roc.accuracy(roc.bestThreshold())).isGreaterThanOrEqualTo(0.5 - 1e-9);
    }

    private static double[] doubles(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
