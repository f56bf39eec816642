package org.vitrine.app.explain.asking;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Failures;

/** One kind of question, of which the latest counts: asking anew gives up what was asked before. To be used on the FX thread. */
public final class Asking<T> {
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Answer<T>> answer = new ReadOnlyObjectWrapper<>(new Answer.Nothing<>());
    private Optional<Object> wording = Optional.empty();
    private Optional<CompletableFuture<?>> open = Optional.empty();
    private int count;

    /** @param fx runs on the FX thread */
    public Asking(Executor fx) {
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<Answer<T>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Asks what needs no reading. */
    public void ask(Function<DoubleConsumer, CompletableFuture<T>> question) {
        ask(question, Function.identity());
    }

    /**
     * Asks.
     *
     * @param question is handed the consumer of the share that is done; what it returns is cancelled to give it up
     * @param read makes what is shown of the answer, and may fail with a message for the user
     */
    public <A> void ask(
            Function<DoubleConsumer, CompletableFuture<A>> question,
            Function<CompletableFuture<A>, CompletableFuture<T>> read) {
        giveUp();
        int number = count;
        answer.set(new Answer.Computing<>(0));
        CompletableFuture<A> asked = question.apply(share -> fx.execute(() -> progress(number, share)));
        open = Optional.of(asked);
        CompletableFuture<?> unused =
                read.apply(asked).whenComplete((found, failure) -> fx.execute(() -> settle(number, found, failure)));
    }

    /** Asks, unless the same was asked last. */
    public <A> void askOnce(
            Object newWording,
            Function<DoubleConsumer, CompletableFuture<A>> question,
            Function<CompletableFuture<A>, CompletableFuture<T>> read) {
        if (!wording.equals(Optional.of(newWording))) {
            ask(question, read);
            wording = Optional.of(newWording);
        }
    }

    /** Asks for nothing any more; an answer that is there stays. */
    public void stop() {
        giveUp();
        if (answer.get() instanceof Answer.Computing) {
            answer.set(new Answer.Nothing<>());
        }
    }

    /** Forgets the answer too. */
    public void clear() {
        giveUp();
        answer.set(new Answer.Nothing<>());
    }

    private void progress(int number, double share) {
        if (number == count && answer.get() instanceof Answer.Computing<T> now && share > now.share()) {
            answer.set(new Answer.Computing<>(share));
        }
    }

    private void settle(int number, @Nullable T found, @Nullable Throwable failure) {
        if (number != count) {
            return;
        }
        open = Optional.empty();
        if (failure != null) {
            answer.set(new Answer.Failed<>(Failures.message(failure)));
        } else if (found != null) {
            answer.set(new Answer.Done<>(found));
        }
    }

    private void giveUp() {
        Optional<CompletableFuture<?>> before = open;
        open = Optional.empty();
        wording = Optional.empty();
        count++;
        before.ifPresent(question -> question.cancel(true));
    }
}
