package org.vitrine.attribution.credibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class MetricsTest {
    private static final AttributionMethod CONTRIBUTIONS = Trials.method("gradient-x-input");
    /** The picture itself, whatever the model. */
    private static final AttributionMethod INPUT =
            Trials.saying((model, input) -> input.values().clone());

    @Property(tries = 30)
    void noOrderDeletesOrInsertsALinearModelFasterThanItsContributions(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Tensor input = TanhModel.normal(draw, 12);
        TanhModel model = TanhModel.linear(TanhModel.normal(draw, 12).values());
        double deleted = area(new Deletion(), Trials.of(model, input, CONTRIBUTIONS, null));
        double inserted = area(new Insertion(), Trials.of(model, input, CONTRIBUTIONS, null));
        for (int i = 0; i < 10; i++) {
            float[] any = TanhModel.normal(draw, 12).values();
            Trial other = Trials.of(model, input, Trials.saying((of, at) -> any), null);
            assertThat(area(new Deletion(), other)).isGreaterThanOrEqualTo(deleted - 1e-5);
            assertThat(area(new Insertion(), other)).isLessThanOrEqualTo(inserted + 1e-5);
        }
    }

    @Test
    void theAreasOfALinearModelAreKnown() {
        // Taken away in the order 3, 2, 1, 0, 0, 0: scores 6, 3, 1, 0, 0, 0, 0.
        TanhModel model = TanhModel.linear(3, 2, 1, 0, 0, 0);
        Tensor ones = Tensor.of(new float[] {1, 1, 1, 1, 1, 1}, 6);
        Line deletion = new Deletion().judge(Trials.of(model, ones, CONTRIBUTIONS, null));
        assertThat(deletion.figures().get("area")).isCloseTo((3 + 3 + 1) / 6.0, within(1e-6));
        assertThat(deletion.curve().orElseThrow().series().get(Curve.EXPLANATION))
                .containsExactly(6.0, 3.0, 1.0, 0.0, 0.0, 0.0, 0.0);
        // The mean over all orders falls evenly; that of twenty is near.
        assertThat(deletion.figures().get("randomArea")).isCloseTo(3, within(0.6));
        Line insertion = new Insertion().judge(Trials.of(model, ones, CONTRIBUTIONS, null));
        assertThat(insertion.figures().get("area")).isCloseTo(6 - 7 / 6.0, within(1e-6));
    }

    @Test
    void ordersThatKnowNothingOfTheModelFail() {
        Draw draw = new Draw(5);
        int failed = 0;
        for (int i = 0; i < 20; i++) {
            TanhModel model = TanhModel.linear(TanhModel.normal(draw, 40).values());
            float[] any = TanhModel.normal(draw, 40).values();
            Trial trial = Trials.of(model, TanhModel.normal(draw, 40), Trials.saying((of, at) -> any), null);
            failed += new Deletion().judge(trial).verdict() == Verdict.FAIL ? 1 : 0;
        }
        // One order in six is a standard deviation better than the mean by chance.
        assertThat(failed).isBetween(13, 20);
    }

    @Test
    void whatMovesNothingIsNotMeasured() {
        Trial trial = Trials.of(TanhModel.linear(new float[8]), TanhModel.normal(new Draw(1), 8), INPUT, null);
        for (Metric metric : List.of(new Deletion(), new Insertion(), new Infidelity())) {
            assertThat(metric.judge(trial)).satisfies(line -> {
                assertThat(line.verdict()).isEqualTo(Verdict.NOT_MEASURED);
                assertThat(line.reason()).isEqualTo("flat");
            });
        }
    }

    @Test
    void fewPlacesAreNotMeasured() {
        Trial trial = Trials.of(TanhModel.linear(1, 2, 3, 4), Tensor.of(new float[] {1, 1, 1, 1}, 4), INPUT, null);
        for (Metric metric : List.of(new Deletion(), new Insertion(), new Sparseness(), new Agreement())) {
            assertThat(metric.judge(trial).reason()).isEqualTo("fewPlaces");
        }
    }

    @Test
    void paddingIsNeverTakenAwayNorMoved() {
        // Steps 8 to 11 are padding, and the model would see them at once.
        float[] w = new float[12];
        for (int i = 0; i < 12; i++) {
            w[i] = i < 8 ? i + 1 : 1e6f;
        }
        float[] x = new float[12];
        Arrays.fill(x, 0, 8, 1);
        float[] mask = x.clone();
        Trial trial = Trials.of(TanhModel.linear(w), Tensor.of(x, 1, 12), Tensor.of(mask, 12), CONTRIBUTIONS, null);
        for (Metric metric : List.of(new Deletion(), new Insertion())) {
            Line line = metric.judge(trial);
            assertThat(line.curve().orElseThrow().series().get(Curve.EXPLANATION))
                    .allMatch(score -> score <= 36);
            assertThat(line.curve().orElseThrow().shares()).hasSize(9);
        }
        assertThat(new Infidelity().judge(trial).value().orElseThrow()).isCloseTo(0, within(1e-6));
        assertThat(new MaxSensitivity().judge(trial).value().orElse(0)).isLessThan(0.1);
    }

    @Property(tries = 30)
    void contributionsOfALinearModelForetellEachRegion(@ForAll long seed) {
        Draw draw = new Draw(seed);
        TanhModel model = TanhModel.linear(TanhModel.normal(draw, 32).values());
        for (Tensor input :
                List.of(TanhModel.normal(draw, 32), TanhModel.normal(draw, 2, 16), TanhModel.normal(draw, 2, 4, 4))) {
            for (String method : List.of("gradient-x-input", "gradient")) {
                Line line = new Infidelity().judge(Trials.of(model, input, Trials.method(method), null));
                assertThat(line.value().orElseThrow()).isCloseTo(0, within(1e-5));
                assertThat(line.verdict()).isEqualTo(Verdict.PASS);
            }
        }
    }

    @Test
    void aMapWithTheWrongSignForetellsNothing() {
        TanhModel model = TanhModel.linear(1, 2, 3, 4, 5, 6);
        Tensor ones = Tensor.of(new float[] {1, 1, 1, 1, 1, 1}, 6);
        AttributionMethod reversed = Trials.saying((of, at) -> new float[] {-1, -2, -3, -4, -5, -6});
        assertThat(new Infidelity()
                        .judge(Trials.of(model, ones, reversed, null))
                        .value()
                        .orElseThrow())
                .isEqualTo(1);
    }

    @Property(tries = 30)
    void theGradientOfALinearModelIsPerfectlyStable(@ForAll long seed) {
        Draw draw = new Draw(seed);
        TanhModel model = TanhModel.linear(TanhModel.normal(draw, 9).values());
        Line line = new MaxSensitivity()
                .judge(Trials.of(model, TanhModel.normal(draw, 9), Trials.method("gradient"), null));
        assertThat(line.value().orElseThrow()).isZero();
    }

    @Test
    void theStabilityOfTheInputItselfIsBoundedByTheNoise() {
        // Each of n values moves by at most r, so the map by at most r √n, and its length is known.
        Tensor input = Tensor.of(new float[] {0, 1, 1, 1, 1, 1, 1, 1, 1}, 9);
        double length = Math.sqrt(8);
        double value = new MaxSensitivity()
                .judge(Trials.of(TanhModel.linear(new float[9]), input, INPUT, null))
                .value()
                .orElseThrow();
        assertThat(value).isBetween(0.3 * 0.02 * 3 / length, 0.02 * 3 / length);
    }

    @Test
    void aMapThatIgnoresTheWeightsFailsTheSanityCheck() {
        Draw draw = new Draw(2);
        TanhModel trained = TanhModel.random(1, 49, 8, 2);
        Line line = new Randomisation()
                .judge(Trials.of(
                        trained, TanhModel.normal(draw, 1, 7, 7), INPUT, Trials.random(TanhModel.random(9, 49, 8, 2))));
        assertThat(line.value().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(line.figures().get(Curve.RANK_CORRELATION)).isCloseTo(1, within(1e-9));
        assertThat(line.figures().get(Curve.STRUCTURAL_SIMILARITY)).isCloseTo(1, within(1e-9));
        assertThat(line.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aMapThatIsTheWeightsPassesTheSanityCheck() {
        Draw draw = new Draw(3);
        TanhModel[] random = IntStream.range(0, 5)
                .mapToObj(i -> TanhModel.linear(TanhModel.normal(draw, 400).values()))
                .toArray(TanhModel[]::new);
        TanhModel trained = TanhModel.linear(TanhModel.normal(draw, 400).values());
        Line line = new Randomisation()
                .judge(Trials.of(
                        trained, TanhModel.normal(draw, 400), Trials.method("gradient"), Trials.random(random)));
        // Independent values: the size of their rank correlation is about 0.8 / √399.
        assertThat(line.value().orElseThrow()).isLessThan(0.12);
        assertThat(line.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aBackgroundThatIsEmptyByDefinitionDoesNotMakeMapsAlike() {
        Draw draw = new Draw(4);
        float[] stroke = new float[400];
        for (int i = 0; i < 60; i++) {
            stroke[i] = 1;
        }
        float[] a = TanhModel.normal(draw, 400).values();
        float[] b = TanhModel.normal(draw, 400).values();
        for (int i = 0; i < 400; i++) {
            a[i] *= stroke[i];
            b[i] *= stroke[i];
        }
        Places places = Places.of(new int[] {1, 20, 20}, null);
        // Their sizes, zeros included, would correlate with 0.9 and more.
        assertThat(Statistics.rankCorrelation(Statistics.sizes(a), Statistics.sizes(b)))
                .isGreaterThan(0.9);
        assertThat(Math.abs(Randomisation.sharedRanks(places, Statistics.sizes(a), Statistics.sizes(b))))
                .isLessThan(0.35);
    }

    @Test
    void agreementWithOneselfIsOne() {
        Trial trial = Trial.of(
                TanhModel.random(3, 12, 5, 2),
                TanhModel.normal(new Draw(8), 12),
                null,
                1,
                Readout.PROBABILITY,
                CONTRIBUTIONS,
                AttributionOptions.DEFAULT,
                List.of(CONTRIBUTIONS),
                Optional.empty(),
                Effort.DEFAULT);
        Line line = new Agreement().judge(trial);
        assertThat(line.value().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(line.figures()).containsOnlyKeys("gradient-x-input");
    }

    @Test
    void completenessIsJudgedOnlyWherePromised() {
        Trial promised = Trials.of(
                TanhModel.random(3, 12, 5, 2),
                TanhModel.normal(new Draw(8), 12),
                Trials.method("integrated-gradients"),
                null);
        assertThat(new Completeness().judge(promised).verdict()).isEqualTo(Verdict.PASS);
        Attribution loose = new Attribution(
                promised.explained().relevance(), promised.explained().score(), true, OptionalDouble.of(0.1));
        assertThat(new Completeness().judge(with(promised, loose)).verdict()).isEqualTo(Verdict.DOUBTFUL);
        Attribution wrong = new Attribution(
                promised.explained().relevance(), promised.explained().score(), true, OptionalDouble.of(0.3));
        assertThat(new Completeness().judge(with(promised, wrong)).verdict()).isEqualTo(Verdict.FAIL);
        Trial not = Trials.of(TanhModel.linear(1, 2), Tensor.of(new float[] {1, 1}, 2), CONTRIBUTIONS, null);
        assertThat(new Completeness().judge(not).reason()).isEqualTo("noPromise");
    }

    private static Trial with(Trial trial, Attribution explained) {
        return new Trial(
                trial.model(),
                trial.input(),
                trial.mask(),
                trial.target(),
                trial.readout(),
                trial.method(),
                trial.options(),
                trial.others(),
                trial.randomised(),
                trial.effort(),
                explained);
    }

    @Test
    void ranksSharePlacesOfEqualValues() {
        assertThat(Statistics.ranks(new float[] {5, 1, 5, 0, 5})).containsExactly(4, 2, 4, 1, 4);
        assertThat(Statistics.rankCorrelation(new float[] {1, 2, 3}, new float[] {9, 8, 7}))
                .isCloseTo(-1, within(1e-12));
        assertThat(Statistics.rankCorrelation(new float[] {1, 1, 1}, new float[] {9, 8, 7}))
                .isZero();
    }

    @Test
    void theGiniCoefficientIsKnownForSimpleSharings() {
        assertThat(Statistics.gini(new float[] {2, 2, 2, 2})).isCloseTo(0, within(1e-12));
        assertThat(Statistics.gini(new float[] {0, 0, 0, 8})).isCloseTo(0.75, within(1e-12));
        assertThat(Statistics.gini(new float[] {3, 1})).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void effortTakesItsOwnOptionsAndChecksThem() {
        assertThat(Effort.DEFAULT.with(Map.of("orders", "7", "steps", "9")).orders())
                .isEqualTo(7);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Effort.DEFAULT.with(Map.of("orders", "few")))
                .hasMessage("The judging option \"orders\" must be a number, not \"few\".");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Effort.DEFAULT.with(Map.of("radius", "3")))
                .hasMessageContaining("from 1.0E-6 to 1.0");
    }

    private static double area(Metric metric, Trial trial) {
        return java.util.Objects.requireNonNull(metric.judge(trial).figures().get("area"));
    }
}
