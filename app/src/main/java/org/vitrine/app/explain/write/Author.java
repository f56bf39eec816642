package org.vitrine.app.explain.write;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.event.SessionEvent.TextSampled;
import org.vitrine.runs.event.SessionEvent.TextTranslated;
import org.vitrine.runs.session.GenerationRequest;

/** A trained model that writes. Methods return at once; futures complete on any thread. */
public interface Author {

    /** Writes on from a prompt and tells the pieces on the way, on any thread. Cancel the future to stop. */
    CompletableFuture<TextGenerated> generate(GenerationRequest request, Consumer<TextSampled> pieces);

    /** Writes what belongs to a text. */
    CompletableFuture<TextTranslated> translate(String text);

    /** Lets the model go; open questions fail. */
    void close();
}
