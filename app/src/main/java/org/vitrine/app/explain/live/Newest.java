package org.vitrine.app.explain.live;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question at a time. Of those that come while one is being answered only the newest is asked, when the answer is there:
 * there is never a queue. To be used on the FX thread.
 */
final class Newest<Q, A> {

    /** Takes an answer, or why there is none, with the moment of the oldest change that it is the first to tell of. */
    interface Taker<Q, A> {
        void take(Q question, long since, @Nullable A answer, @Nullable Throwable failure);
    }

    private record Waiting<Q>(Q question, long since) {}

    private final Function<Q, CompletableFuture<A>> asker;
    private final Executor fx;
    private final Taker<Q, A> taker;
    private Optional<Waiting<Q>> waiting = Optional.empty();
    private boolean asked;
    private int generation;

    /** @param fx runs on the FX thread */
    Newest(Function<Q, CompletableFuture<A>> asker, Executor fx, Taker<Q, A> taker) {
        this.asker = asker;
        this.fx = fx;
        this.taker = taker;
    }

    /**
     * Asks, now or when the answer that is awaited is there.
     *
     * @param at {@link System#nanoTime()} of the change that is asked about
     */
    void ask(Q question, long at) {
        long since = waiting.map(earlier -> earlier.since() - at < 0 ? earlier.since() : at)
                .orElse(at);
        waiting = Optional.of(new Waiting<>(question, since));
        if (!asked) {
            next();
        }
    }

    private void next() {
        Waiting<Q> now = waiting.orElseThrow();
        waiting = Optional.empty();
        asked = true;
        int mine = generation;
        CompletableFuture<?> unused = asker.apply(now.question())
                .whenComplete((answer, failure) -> fx.execute(() -> {
                    if (mine == generation) {
                        asked = false;
                        // The next question leaves first: the worker computes while this answer is drawn.
                        if (waiting.isPresent()) {
                            next();
                        }
                        taker.take(now.question(), now.since(), answer, failure);
                    }
                }));
    }

    /** Whether an answer is awaited. */
    boolean isAsked() {
        return asked;
    }

    /** Drops what waits and what is awaited. */
    void forget() {
        generation++;
        asked = false;
        waiting = Optional.empty();
    }
}
