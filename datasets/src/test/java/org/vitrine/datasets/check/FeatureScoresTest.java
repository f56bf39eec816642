package org.vitrine.datasets.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.random.Draw;

class FeatureScoresTest {
    private static final int[] QUARTERS =
            IntStream.range(0, 800).map(i -> i % 4).toArray();

    @Test
    void aColumnThatTellsTheClassHoldsAllItsBits() {
        FeatureScores scores = FeatureScores.forClasses(QUARTERS);
        assertThat(scores.ofNumbers("x", doubles(QUARTERS)).mutualInformation()).isCloseTo(2, within(1e-12));
        assertThat(scores.ofTexts("x", texts(QUARTERS)).mutualInformation()).isCloseTo(2, within(1e-12));
        // Half of it tells one bit of two.
        int[] halves = IntStream.of(QUARTERS).map(q -> q / 2).toArray();
        assertThat(scores.ofTexts("x", texts(halves)).mutualInformation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anIndependentColumnTellsNothing() {
        int[] independent = IntStream.range(0, 800).map(i -> i / 4 % 5).toArray();
        FeatureScore score = FeatureScores.forClasses(QUARTERS).ofNumbers("x", doubles(independent));
        assertThat(score.mutualInformation()).isCloseTo(0, within(1e-12));
        assertThat(score.pearson()).isCloseTo(0, within(1e-7));
        assertThat(score.spearman()).isCloseTo(0, within(1e-7));
    }

    @Test
    void mutualInformationOfATableByHand() {
        // H(x) + H(y) - H(x, y).
        int[] x = {0, 0, 1, 1};
        int[] y = {0, 0, 0, 1};
        double byHand = 1 + entropy(0.75, 0.25) - entropy(0.5, 0.25, 0.25);
        assertThat(Association.mutualInformation(x, y)).isCloseTo(byHand, within(1e-12));
        assertThat(Association.mutualInformation(y, x)).isCloseTo(byHand, within(1e-12));
    }

    @Test
    void theInformationOfJointlyNormalNumbersIsNearItsClosedForm() {
        double rho = 0.9;
        Draw draw = new Draw(5);
        int n = 40_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = draw.gaussian();
            y[i] = rho * x[i] + Math.sqrt(1 - rho * rho) * draw.gaussian();
        }
        FeatureScore score = FeatureScores.forValues(y).ofNumbers("x", x);
        // -1/2 log2(1 - rho^2) = 1.198; bins lose a little.
        assertThat(score.mutualInformation()).isBetween(1.05, 1.2);
        assertThat(score.pearson()).isCloseTo(rho, within(0.01));
        assertThat(score.spearman()).isCloseTo(6 / Math.PI * Math.asin(rho / 2), within(0.01));
    }

    @Test
    void lineAndCurve() {
        double[] x = IntStream.rangeClosed(1, 5).mapToDouble(i -> i).toArray();
        double[] cube = {1, 8, 27, 64, 125};
        FeatureScore score = FeatureScores.forValues(cube).ofNumbers("x", x);
        assertThat(score.spearman()).isCloseTo(1, within(1e-12));
        assertThat(score.pearson()).isCloseTo(304 / Math.sqrt(10 * 10_390), within(1e-12));
        double[] falling =
                IntStream.rangeClosed(1, 5).mapToDouble(i -> 3 - 2 * i).toArray();
        assertThat(FeatureScores.forValues(falling).ofNumbers("x", x).pearson()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void equalValuesShareTheirMeanRank() {
        assertThat(Association.ranks(new double[] {5, 1, 5, 9, 5})).containsExactly(3, 1, 3, 5, 3);
    }

    @Test
    void forTwoClassesTheRatioIsTheCorrelationWithoutItsSign() {
        int[] classes = {0, 0, 0, 1, 1, 1, 1};
        double[] x = {5, 4, 7, 1, 2, 4, 3};
        double correlation =
                FeatureScores.forValues(doubles(classes)).ofNumbers("x", x).pearson();
        FeatureScore score = FeatureScores.forClasses(classes).ofNumbers("x", x);
        assertThat(score.pearson()).isCloseTo(-correlation, within(1e-12));
        // Between 3 classes of means 1, 2, 6 with one inner deviation each.
        assertThat(Association.correlationRatio(new int[] {0, 0, 1, 1, 2, 2}, new double[] {0, 2, 1, 3, 5, 7}))
                .isCloseTo(Math.sqrt(28.0 / 34), within(1e-12));
    }

    @Test
    void rowsWithoutAValueAreLeftOut() {
        double[] target = {1, 2, Double.NaN, 4};
        FeatureScore score = FeatureScores.forValues(target).ofNumbers("x", new double[] {2, 4, 6, Double.NaN});
        assertThat(score.rows()).isEqualTo(2);
        assertThat(score.pearson()).isCloseTo(1, within(1e-12));
        assertThat(FeatureScores.forValues(target)
                        .ofTexts("t", List.of("a", "", "b", "c"))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void aConstantColumnHasNoCorrelation() {
        FeatureScore score = FeatureScores.forValues(new double[] {1, 2, 3}).ofNumbers("x", new double[] {4, 4, 4});
        assertThat(score.pearson()).isNaN();
        assertThat(score.mutualInformation()).isZero();
    }

    @Test
    void theMostTellingColumnComesFirst() {
        FeatureScore little = new FeatureScore("a", 0.1, 0, 0, 9);
        FeatureScore much = new FeatureScore("b", 1.1, 0, 0, 9);
        assertThat(FeatureScores.sorted(List.of(little, much))).containsExactly(much, little);
    }

    private static double entropy(double... shares) {
        double bits = 0;
        for (double share : shares) {
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    private static double[] doubles(int[] values) {
        return IntStream.of(values).mapToDouble(i -> i).toArray();
    }

    private static List<String> texts(int[] values) {
        return IntStream.of(values).mapToObj(i -> "t" + i).toList();
    }
}
