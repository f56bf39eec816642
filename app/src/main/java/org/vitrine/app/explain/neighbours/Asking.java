package org.vitrine.app.explain.neighbours;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;

/** One question whose latest wording counts: asking anew gives up what was asked before. To be used on the FX thread. */
final class Asking<Q, A> {
    private final Background background;
    private final Function<A, String> file;
    private final ReadOnlyObjectWrapper<Reply<A>> reply = new ReadOnlyObjectWrapper<>(new Reply.Nothing<>());
    private Optional<Question<Q>> asked = Optional.empty();
    private Optional<CompletableFuture<A>> open = Optional.empty();
    private int count;

    /** What is asked, and against which folder files of answers resolve. */
    private record Question<Q>(Q question, Path directory) {}

    /** Asks a model. */
    @FunctionalInterface
    interface Way<Q, A> {
        CompletableFuture<A> ask(Q question, DoubleConsumer progress);
    }

    /** @param file of an answer, with the values of all examples */
    Asking(Background background, Function<A, String> file) {
        this.background = background;
        this.file = file;
    }

    ReadOnlyObjectProperty<Reply<A>> reply() {
        return reply.getReadOnlyProperty();
    }

    /** Asks, unless this was asked last. */
    void ask(Q question, Path directory, Way<Q, A> way) {
        Question<Q> now = new Question<>(question, directory);
        if (asked.equals(Optional.of(now))) {
            return;
        }
        cancel();
        asked = Optional.of(now);
        int number = count;
        reply.set(new Reply.Waiting<>(0));
        CompletableFuture<A> answer = way.ask(question, share -> background.fx().execute(() -> {
            if (number == count && reply.get() instanceof Reply.Waiting) {
                reply.set(new Reply.Waiting<>(share));
            }
        }));
        open = Optional.of(answer);
        CompletableFuture<?> unused = answer.thenApplyAsync(found -> read(directory, found), background.workers())
                .whenComplete((found, failure) -> background.fx().execute(() -> settle(number, found, failure)));
    }

    private void settle(int number, @Nullable Reply<A> found, @Nullable Throwable failure) {
        if (number == count) {
            open = Optional.empty();
            reply.set(found != null ? found : new Reply.Failed<>(failure == null ? "" : message(failure)));
        }
    }

    /** Asks nothing any more. */
    void giveUp() {
        cancel();
        reply.set(new Reply.Nothing<>());
    }

    private void cancel() {
        Optional<CompletableFuture<A>> before = open;
        open = Optional.empty();
        asked = Optional.empty();
        count++;
        before.ifPresent(answer -> answer.cancel(true));
    }

    private Reply<A> read(Path directory, A found) {
        try {
            return new Reply.Found<>(found, Npy.read(directory.resolve(file.apply(found))));
        } catch (DatasetException e) {
            return new Reply.Failed<>(String.valueOf(e.getMessage()));
        }
    }

    private static String message(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
