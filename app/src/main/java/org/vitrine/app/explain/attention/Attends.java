package org.vitrine.app.explain.attention;

import java.util.concurrent.CompletableFuture;
import org.vitrine.runs.event.SessionEvent.Attended;

/** Tells where one trained model looks. Methods return at once. */
@FunctionalInterface
public interface Attends {

    /** Completes with the weights for a test example, or exceptionally with a message for the user. */
    CompletableFuture<Attended> attend(int example);
}
