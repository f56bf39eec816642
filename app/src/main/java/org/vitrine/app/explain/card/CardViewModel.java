package org.vitrine.app.explain.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.explain.asking.Asking;
import org.vitrine.app.shared.Failures;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.LineJudged;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.session.AttributionRequest;

/**
 * The credibility card of the map that is shown. Another map gives up the question about the one before; cards that were made
 * are kept, so that going back to a map shows its card at once. To be used on the FX thread.
 */
public final class CardViewModel {
    private static final int KEPT = 200;

    private final Executor fx;
    private final ReadOnlyObjectWrapper<CardState> card = new ReadOnlyObjectWrapper<>(new CardState.Nothing());
    private final Asking<JudgedMany> summary;
    private final Map<AttributionRequest, CardState.Done> made = new LinkedHashMap<>();
    private boolean paused;
    private boolean owed;
    private Optional<Judge> judge = Optional.empty();
    private Optional<AttributionRequest> map = Optional.empty();
    private Optional<CompletableFuture<?>> asked = Optional.empty();

    /** @param fx runs on the FX thread */
    public CardViewModel(Executor fx) {
        this.fx = fx;
        summary = new Asking<>(fx);
    }

    /** Judges maps of another model from now on. */
    public void show(Judge newJudge) {
        close();
        judge = Optional.of(newJudge);
    }

    /** Lets the model go. */
    public void close() {
        giveUp();
        summary.clear();
        judge = Optional.empty();
        map = Optional.empty();
        made.clear();
        card.set(new CardState.Nothing());
    }

    /** The card of the map that is shown. */
    public ReadOnlyObjectProperty<CardState> card() {
        return card.getReadOnlyProperty();
    }

    /** What was found over the test examples, for the latest method that was asked about. */
    public ReadOnlyObjectProperty<Answer<JudgedMany>> summary() {
        return summary.answer();
    }

    /**
     * Another map is shown.
     *
     * @param drawn what was explained; empty while there is no map
     * @param atOnce whether to judge it without being asked
     */
    public void about(Optional<AttributionRequest> drawn, boolean atOnce) {
        boolean other = !drawn.equals(map);
        if (other) {
            giveUp();
            map = drawn;
            card.set(drawn.<CardState>map(
                            request -> made.containsKey(request) ? made.get(request) : new CardState.Ready())
                    .orElse(new CardState.Nothing()));
        }
        owed = paused && (atOnce || (owed && !other));
        if (atOnce && !paused && card.get() instanceof CardState.Ready) {
            judge();
        }
    }

    /** Gives up judging the map that is shown, and judges no other at once, until {@link #resume()}. */
    public void pause() {
        owed = owed || card.get() instanceof CardState.Judging;
        paused = true;
        giveUp();
    }

    /** Judges what would have been judged meanwhile. */
    public void resume() {
        paused = false;
        boolean now = owed && card.get() instanceof CardState.Ready;
        owed = false;
        if (now) {
            judge();
        }
    }

    /** Judges the map that is shown. */
    public void judge() {
        if (judge.isEmpty() || map.isEmpty()) {
            return;
        }
        giveUp();
        AttributionRequest request = map.get();
        List<Line> lines = new ArrayList<>();
        card.set(new CardState.Judging(lines));
        CompletableFuture<Judged> answer =
                judge.get().judge(request, news -> fx.execute(() -> hear(request, lines, news)));
        asked = Optional.of(answer);
        CompletableFuture<?> unused =
                answer.whenComplete((judged, failure) -> fx.execute(() -> settle(request, answer, judged, failure)));
    }

    private void hear(AttributionRequest request, List<Line> lines, News news) {
        if (news instanceof LineJudged judged
                && map.equals(Optional.of(request))
                && card.get() instanceof CardState.Judging) {
            lines.add(JudgedTexts.line(judged.line()));
            card.set(new CardState.Judging(lines));
        }
    }

    private void settle(
            AttributionRequest request,
            CompletableFuture<Judged> answer,
            @Nullable Judged judged,
            @Nullable Throwable failure) {
        if (!asked.equals(Optional.of(answer))) {
            return;
        }
        asked = Optional.empty();
        if (judged != null) {
            CardState.Done done = new CardState.Done(
                    judged.lines().stream().map(JudgedTexts::line).toList(), JudgedTexts.verdict(judged.verdict()));
            made.put(request, done);
            if (made.size() > KEPT) {
                made.remove(made.keySet().iterator().next());
            }
            card.set(done);
        } else if (failure != null) {
            card.set(new CardState.Failed(Failures.message(failure)));
        }
    }

    private void giveUp() {
        Optional<CompletableFuture<?>> before = asked;
        asked = Optional.empty();
        before.ifPresent(answer -> answer.cancel(true));
        if (card.get() instanceof CardState.Judging) {
            card.set(new CardState.Ready());
        }
    }

    /** Judges the maps that the method of the shown one makes of {@code examples} test examples. */
    public void summarise(int examples) {
        if (judge.isEmpty() || map.isEmpty()) {
            return;
        }
        giveUp();
        Judge asked = judge.get();
        String method = map.get().method();
        summary.ask(progress -> asked.judgeMany(method, examples, progress));
    }

    /** Gives the summary up. */
    public void cancelSummary() {
        summary.stop();
    }
}
