package org.vitrine.app.explain;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.vitrine.app.explain.attention.Attends;
import org.vitrine.app.explain.card.Judge;
import org.vitrine.app.explain.neighbours.AsksTraining;
import org.vitrine.app.explain.places.TellsPlaces;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.session.AttributionRequest;

/** Answers for one trained model. Methods return at once. */
public interface Explainer extends Judge, Attends, AsksTraining, TellsPlaces {

    /** Completes when the model is loaded, with its convolution layers and the methods that do not fit it. */
    CompletableFuture<SessionEvent.SessionReady> ready();

    /**
     * Completes with the answer, or exceptionally with a message for the user. Who cancels it stops the computation.
     *
     * @param progress told of the share that is done, on any thread
     */
    CompletableFuture<SessionEvent.AttributionDone> attribute(AttributionRequest request, DoubleConsumer progress);

    /** Lets the model go; open questions fail. */
    void close();
}
