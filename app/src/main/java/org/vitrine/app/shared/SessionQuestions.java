package org.vitrine.app.shared;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.vitrine.runs.session.SessionClient;

/** Asks a session worker; starting its process and writing to its files happen off the calling thread. */
public final class SessionQuestions {
    private final SessionClient client;
    private final Executor workers;

    /** @param workers threads that may block */
    public SessionQuestions(SessionClient client, Executor workers) {
        this.client = client;
        this.workers = workers;
    }

    /** Asks; who cancels the answer cancels the question. */
    public <A> CompletableFuture<A> ask(Function<SessionClient, CompletableFuture<A>> question) {
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

    /** Lets the worker go; open questions fail. */
    public void close() {
        workers.execute(client::close);
    }
}
