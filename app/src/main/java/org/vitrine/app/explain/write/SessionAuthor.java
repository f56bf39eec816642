package org.vitrine.app.explain.write;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vitrine.runs.event.RunEvent.TextGenerated;
import org.vitrine.runs.event.RunEvent.TextSampled;
import org.vitrine.runs.event.RunEvent.TextTranslated;
import org.vitrine.runs.session.GenerationRequest;
import org.vitrine.runs.session.SessionClient;

/** A session worker; starting its process and writing to its files happen off the calling thread. */
public final class SessionAuthor implements Author {
    private final SessionClient client;
    private final Executor workers;

    public SessionAuthor(SessionClient client, Executor workers) {
        this.client = client;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<TextGenerated> generate(GenerationRequest request, Consumer<TextSampled> pieces) {
        return ask(session -> session.generate(request, pieces));
    }

    @Override
    public CompletableFuture<TextTranslated> translate(String text) {
        return ask(session -> session.translate(text));
    }

    /** Asks on a thread that may block; who cancels the answer cancels the question. */
    private <A> CompletableFuture<A> ask(Function<SessionClient, CompletableFuture<A>> question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        workers.execute(() -> {
            if (answer.isDone()) {
                return;
            }
            CompletableFuture<A> asked = question.apply(client);
            CompletableFuture<?> unusedAnswer = asked.whenComplete((value, failure) -> {
                if (failure == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
            CompletableFuture<?> unusedEnd = answer.whenCompleteAsync(
                    (value, failure) -> {
                        if (answer.isCancelled()) {
                            asked.cancel(true);
                        }
                    },
                    workers);
        });
        return answer;
    }

    @Override
    public void close() {
        workers.execute(client::close);
    }
}
