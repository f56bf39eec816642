package org.vitrine.app.explain.inside;

import java.util.concurrent.CompletableFuture;
import org.vitrine.arithmetic.NetworkTrace;

/** Lays open one trained model. Methods return at once; futures fail with a message for the user. */
public interface Inspector {

    /** What all layers compute for a test example. */
    CompletableFuture<NetworkTrace> trace(int example);

    /** What one step of training on a test example would change. */
    CompletableFuture<TriedStep> tryStep(int example);
}
