package org.vitrine.app.explain.places;

import java.util.concurrent.CompletableFuture;
import org.vitrine.runs.event.SessionEvent.PlacesTold;

/** Tells what a model says at each place of an example. */
@FunctionalInterface
public interface TellsPlaces {

    /** Completes with the answer about a test example, or exceptionally with a message for the user. */
    CompletableFuture<PlacesTold> places(int example);
}
