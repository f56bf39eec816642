package org.vitrine.attribution.credibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class CredibilityCardTest {
    private static final CredibilityTexts TEXTS = new CredibilityTexts(Locale.ENGLISH);

    @Test
    void aDecisiveLineDecides() {
        assertThat(card(Verdict.PASS, Map.of()).verdict()).isEqualTo(Verdict.PASS);
        assertThat(card(Verdict.PASS, Map.of("deletion", Verdict.DOUBTFUL)).verdict())
                .isEqualTo(Verdict.DOUBTFUL);
        assertThat(card(Verdict.PASS, Map.of("randomisation", Verdict.FAIL)).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void otherLinesOnlyRaiseDoubt() {
        assertThat(card(Verdict.PASS, Map.of("agreement", Verdict.DOUBTFUL)).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(card(Verdict.PASS, Map.of("agreement", Verdict.FAIL, "stability", Verdict.FAIL))
                        .verdict())
                .isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void whatWasNotMeasuredNeverPasses() {
        assertThat(card(Verdict.PASS, Map.of("insertion", Verdict.NOT_MEASURED)).verdict())
                .isEqualTo(Verdict.DOUBTFUL);
        assertThat(card(Verdict.NOT_MEASURED, Map.of()).verdict()).isEqualTo(Verdict.NOT_MEASURED);
    }

    private static CredibilityCard card(Verdict most, Map<String, Verdict> others) {
        return CredibilityCard.of(CredibilityMetrics.all().stream()
                .map(metric -> line(metric.id(), others.getOrDefault(metric.id(), most), 0.5))
                .toList());
    }

    private static Line line(String metric, Verdict verdict, double value) {
        boolean measured = verdict != Verdict.NOT_MEASURED;
        return new Line(
                metric,
                verdict,
                measured ? OptionalDouble.of(value) : OptionalDouble.empty(),
                Map.of("places", 4.0),
                measured ? "" : "fewPlaces",
                Optional.empty());
    }

    @Test
    void linesComeOneByOneAndTheCheapOnesFirst() {
        TanhModel model = TanhModel.random(1, 36, 6, 2);
        List<String> heard = new ArrayList<>();
        CredibilityCard card = CredibilityCard.judge(
                Trials.of(
                        model,
                        TanhModel.normal(new Draw(3), 1, 6, 6),
                        Trials.method("integrated-gradients"),
                        Trials.random(TanhModel.random(7, 36, 6, 2))),
                line -> heard.add(line.metric()));
        assertThat(heard)
                .containsExactlyElementsOf(
                        CredibilityMetrics.all().stream().map(Metric::id).toList())
                .startsWith("completeness")
                .endsWith("randomisation");
        assertThat(card.lines()).hasSize(heard.size());
    }

    @Test
    void theSameExplanationGetsTheSameCard() {
        TanhModel model = TanhModel.random(1, 36, 6, 2);
        Trial trial = Trials.of(
                model,
                TanhModel.normal(new Draw(3), 1, 6, 6),
                Trials.method("smoothgrad"),
                Trials.random(TanhModel.random(7, 36, 6, 2)));
        assertThat(CredibilityCard.judge(trial, line -> {})).isEqualTo(CredibilityCard.judge(trial, line -> {}));
    }

    @Test
    void eachMetricAndVerdictHasItsWords() {
        for (Metric metric : CredibilityMetrics.all()) {
            assertThat(List.of(
                            TEXTS.title(metric.id()),
                            TEXTS.formula(metric.id()),
                            TEXTS.threshold(metric.id()),
                            TEXTS.limits(metric.id()),
                            TEXTS.reference(metric.id())))
                    .noneMatch(String::isBlank);
            for (Verdict verdict : Verdict.values()) {
                assertThat(TEXTS.sentence(line(metric.id(), verdict, 0.5)))
                        .endsWith(".")
                        .doesNotContain("{", "NaN");
            }
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(TEXTS.sentence(verdict)).endsWith(".");
            assertThat(TEXTS.word(verdict)).isNotBlank();
        }
    }

    @Test
    void sentencesHaveTheirNumbers() {
        assertThat(TEXTS.sentence(line("completeness", Verdict.PASS, 0.004)))
                .isEqualTo("The map's values add up to the score, but for 0.4 %.");
        assertThat(TEXTS.sentence(line("completeness", Verdict.DOUBTFUL, 0.123)))
                .startsWith("The map's values miss the score by 12 %");
        assertThat(TEXTS.sentence(line("deletion", Verdict.NOT_MEASURED, 0)))
                .startsWith("There are only 4 places, and it takes 6");
    }

    @Test
    void aSummaryCountsAndAverages() {
        CredibilitySummary summary = new CredibilitySummary();
        summary.add(3, 0, OptionalInt.empty(), CredibilityCard.of(List.of(line("deletion", Verdict.PASS, 4))));
        summary.add(5, 1, OptionalInt.of(12), CredibilityCard.of(List.of(line("deletion", Verdict.FAIL, 0))));
        summary.add(7, 1, OptionalInt.empty(), CredibilityCard.of(List.of(line("deletion", Verdict.PASS, 2.5))));
        summary.add(9, 1, OptionalInt.empty(), CredibilityCard.of(List.of(line("deletion", Verdict.NOT_MEASURED, 0))));
        CredibilitySummary.Row row = summary.rows().stream()
                .filter(of -> of.metric().equals("deletion"))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .isEqualTo(new CredibilitySummary.Row(
                        "deletion",
                        2,
                        0,
                        1,
                        1,
                        6.5 / 3,
                        2.5,
                        List.of(
                                new CredibilitySummary.ClassShare(0, 1, 1),
                                new CredibilitySummary.ClassShare(1, 2, 1))));
        CredibilitySummary.Row whole = summary.rows().get(summary.rows().size() - 1);
        assertThat(whole.metric()).isEqualTo(CredibilitySummary.WHOLE);
        assertThat(whole.passed() + whole.doubtful() + whole.failed() + whole.notMeasured())
                .isEqualTo(4);
        Tensor values = summary.values();
        assertThat(values.shape())
                .containsExactly(4, 4 + 2 * CredibilityMetrics.all().size());
        assertThat(values.row(1).values()).startsWith(5, 1, 12, Verdict.FAIL.code());
        assertThat(values.row(0).values()).startsWith(3, 0, Float.NaN, Verdict.PASS.code());
    }
}
