package org.vitrine.app.explain.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.Judgements.JudgedLine;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.LineJudged;
import org.vitrine.runs.session.AttributionRequest;

/** The card without a window: questions are answered when the test says so. */
class CardViewModelTest {
    private static final JudgedLine LINE =
            new JudgedLine("deletion", "PASS", OptionalDouble.of(3), Map.of("area", 0.1), "", null);

    private final CardViewModel model = new CardViewModel(Runnable::run);
    private final HandJudge judge = new HandJudge();

    @BeforeEach
    void show() {
        model.show(judge);
    }

    private static Optional<AttributionRequest> map(int example) {
        return Optional.of(new AttributionRequest("gradient", Part.TEST, example, 1, Map.of()));
    }

    private void answer(int index) {
        judge.answers
                .get(index)
                .complete(new Judged("1", "gradient", 0, 1, OptionalInt.empty(), "FAIL", List.of(LINE), 0.1));
    }

    @Test
    void linesAppearOneByOneAndThenTheVerdict() {
        model.about(map(1), true);
        assertThat(model.card().get()).isEqualTo(new CardState.Judging(List.of()));
        judge.news.get(0).accept(new LineJudged("1", LINE));
        assertThat(model.card().get()).isEqualTo(new CardState.Judging(List.of(JudgedTexts.line(LINE))));
        answer(0);
        assertThat(model.card().get()).isEqualTo(new CardState.Done(List.of(JudgedTexts.line(LINE)), Verdict.FAIL));
    }

    @Test
    void anotherMapGivesUpTheQuestionAboutTheOneBefore() {
        model.about(map(1), true);
        model.about(map(2), true);
        assertThat(judge.answers.get(0)).isCancelled();
        judge.news.get(0).accept(new LineJudged("1", LINE));
        assertThat(model.card().get()).isEqualTo(new CardState.Judging(List.of()));
        assertThat(judge.asked).hasSize(2);
    }

    @Test
    void goingBackToAMapShowsItsCardAtOnce() {
        model.about(map(1), true);
        answer(0);
        model.about(map(2), false);
        assertThat(model.card().get()).isEqualTo(new CardState.Ready());
        model.about(map(1), true);
        assertThat(model.card().get()).isInstanceOf(CardState.Done.class);
        assertThat(judge.asked).hasSize(1);
    }

    @Test
    void nothingIsJudgedDuringAPauseAndTheLastMapAfterIt() {
        model.about(map(1), true);
        model.pause();
        assertThat(judge.answers.get(0)).isCancelled();
        assertThat(model.card().get()).isEqualTo(new CardState.Ready());
        model.about(map(2), true);
        assertThat(judge.asked).hasSize(1);
        model.resume();
        assertThat(judge.asked).hasSize(2).last().isEqualTo(map(2).orElseThrow());
        answer(1);
        model.pause();
        model.resume();
        assertThat(judge.asked).as("it is judged already").hasSize(2);
    }

    @Test
    void theSameMapIsNotJudgedTwice() {
        model.about(map(1), true);
        model.about(map(1), true);
        answer(0);
        model.about(map(1), true);
        assertThat(judge.asked).hasSize(1);
    }

    @Test
    void anExpensiveMapWaitsToBeAskedFor() {
        model.about(map(1), false);
        assertThat(judge.asked).isEmpty();
        model.judge();
        assertThat(judge.asked).hasSize(1);
    }

    @Test
    void aRefusedQuestionSaysWhyAndMayBeAskedAgain() {
        model.about(map(1), true);
        judge.answers.get(0).completeExceptionally(new IllegalStateException("out of memory"));
        assertThat(model.card().get()).isEqualTo(new CardState.Failed("out of memory"));
        model.about(map(1), true);
        assertThat(judge.asked).hasSize(1);
        model.judge();
        answer(1);
        assertThat(model.card().get()).isInstanceOf(CardState.Done.class);
    }

    @Test
    void aSummaryTellsItsProgressAndCanBeStopped() {
        model.about(map(1), false);
        model.summarise(50);
        judge.progress.accept(0.4);
        assertThat(model.summary().get()).isEqualTo(new Answer.Computing<>(0.4));
        model.cancelSummary();
        assertThat(judge.summaries.get(0)).isCancelled();
        assertThat(model.summary().get()).isEqualTo(new Answer.Nothing<>());
        model.summarise(2);
        JudgedMany found = new JudgedMany("2", "gradient", List.of(0, 1), List.of(), "x.npy", 1);
        judge.summaries.get(1).complete(found);
        assertThat(model.summary().get()).isEqualTo(new Answer.Done<>(found));
    }

    @Test
    void anotherModelForgetsAll() {
        model.about(map(1), true);
        answer(0);
        model.show(new HandJudge());
        assertThat(model.card().get()).isEqualTo(new CardState.Nothing());
        model.about(map(1), false);
        assertThat(model.card().get()).isEqualTo(new CardState.Ready());
    }
}
