package org.vitrine.app.explain;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vitrine.app.explain.card.Judge;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.session.AttributionRequest;

/** Answers for one trained model. Methods return at once. */
public interface Explainer extends Judge {

    /** Completes when the model is loaded, with the names of its convolution layers. */
    CompletableFuture<List<String>> ready();

    /** Completes with the answer, or exceptionally with a message for the user. */
    CompletableFuture<RunEvent.AttributionDone> attribute(AttributionRequest request);

    /** Lets the model go; open questions fail. */
    void close();
}
