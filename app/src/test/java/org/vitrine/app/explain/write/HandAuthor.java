package org.vitrine.app.explain.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.event.SessionEvent.TextSampled;
import org.vitrine.runs.event.SessionEvent.TextTranslated;
import org.vitrine.runs.session.GenerationRequest;

/** An author who writes when the test says so. */
final class HandAuthor implements Author {
    final List<GenerationRequest> requests = new ArrayList<>();
    final List<Consumer<TextSampled>> readers = new ArrayList<>();
    final List<CompletableFuture<TextGenerated>> texts = new ArrayList<>();
    final List<String> sources = new ArrayList<>();
    final List<CompletableFuture<TextTranslated>> translations = new ArrayList<>();
    boolean closed;

    @Override
    public CompletableFuture<TextGenerated> generate(GenerationRequest request, Consumer<TextSampled> pieces) {
        requests.add(request);
        readers.add(pieces);
        texts.add(new CompletableFuture<>());
        return texts.get(texts.size() - 1);
    }

    @Override
    public CompletableFuture<TextTranslated> translate(String text) {
        sources.add(text);
        translations.add(new CompletableFuture<>());
        return translations.get(translations.size() - 1);
    }

    @Override
    public void close() {
        closed = true;
    }
}
