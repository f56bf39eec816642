package org.vitrine.app.explain.neighbours;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;

/** Finds training examples behind decisions of one trained model. Methods return at once; who cancels what they return gives up. */
public interface AsksTraining {

    /**
     * Completes with what is nearest, or exceptionally with a message for the user.
     *
     * @param progress told of the share that is done, on any thread
     */
    CompletableFuture<NearestFound> nearest(NearestRequest request, DoubleConsumer progress);

    /**
     * Completes with what pushed the decision, or exceptionally with a message for the user.
     *
     * @param progress told of the share that is done, on any thread
     */
    CompletableFuture<InfluenceFound> influence(InfluenceRequest request, DoubleConsumer progress);
}
