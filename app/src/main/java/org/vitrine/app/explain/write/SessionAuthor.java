package org.vitrine.app.explain.write;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.vitrine.app.shared.SessionQuestions;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.event.SessionEvent.TextSampled;
import org.vitrine.runs.event.SessionEvent.TextTranslated;
import org.vitrine.runs.session.GenerationRequest;
import org.vitrine.runs.session.SessionClient;

/** A session worker; starting its process and writing to its files happen off the calling thread. */
public final class SessionAuthor implements Author {
    private final SessionQuestions questions;

    public SessionAuthor(SessionClient client, Executor workers) {
        questions = new SessionQuestions(client, workers);
    }

    @Override
    public CompletableFuture<TextGenerated> generate(GenerationRequest request, Consumer<TextSampled> pieces) {
        return questions.ask(session -> session.generate(request, pieces));
    }

    @Override
    public CompletableFuture<TextTranslated> translate(String text) {
        return questions.ask(session -> session.translate(text));
    }

    @Override
    public void close() {
        questions.close();
    }
}
