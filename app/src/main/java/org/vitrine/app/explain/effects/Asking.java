package org.vitrine.app.explain.effects;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One kind of question, of which the latest counts. To be used on the FX thread. */
final class Asking<T> {
    private final Executor fx;
    private final ReadOnlyObjectWrapper<EffectState<T>> state =
            new ReadOnlyObjectWrapper<>(new EffectState.Nothing<>());
    private Optional<CompletableFuture<?>> open = Optional.empty();

    Asking(Executor fx) {
        this.fx = fx;
    }

    ReadOnlyObjectProperty<EffectState<T>> state() {
        return state.getReadOnlyProperty();
    }

    /**
     * Asks; what was asked before is given up.
     *
     * @param read makes what is shown of the answer, and may fail
     */
    <A> void ask(
            Function<DoubleConsumer, CompletableFuture<A>> question,
            Function<CompletableFuture<A>, CompletableFuture<T>> read) {
        giveUp();
        state.set(new EffectState.Computing<>(0));
        CompletableFuture<?>[] own = new CompletableFuture<?>[1];
        CompletableFuture<A> asked = question.apply(share -> fx.execute(() -> {
            if (own[0] != null
                    && open.equals(Optional.of(own[0]))
                    && state.get() instanceof EffectState.Computing<T> now
                    && share > now.share()) {
                state.set(new EffectState.Computing<>(share));
            }
        }));
        own[0] = asked;
        open = Optional.of(asked);
        CompletableFuture<?> unused = read.apply(asked)
                .whenComplete((found, failure) -> fx.execute(() -> {
                    if (open.equals(Optional.of(asked))) {
                        open = Optional.empty();
                        state.set(
                                failure == null
                                        ? new EffectState.Done<>(found)
                                        : new EffectState.Failed<>(message(failure)));
                    }
                }));
    }

    /** Asks for nothing any more. */
    void stop() {
        giveUp();
        if (state.get() instanceof EffectState.Computing) {
            state.set(new EffectState.Nothing<>());
        }
    }

    /** Forgets the answer too. */
    void clear() {
        giveUp();
        state.set(new EffectState.Nothing<>());
    }

    private void giveUp() {
        Optional<CompletableFuture<?>> before = open;
        open = Optional.empty();
        before.ifPresent(answer -> answer.cancel(true));
    }

    private static String message(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
