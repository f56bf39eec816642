package org.vitrine.app.explain.live;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.event.SessionEvent.SessionReady;

/** Looks at inputs with one trained model. Methods return at once; futures fail with a message for the user. */
public interface Viewer {

    /** Completes when the model is loaded, with the methods that do not fit it. */
    CompletableFuture<SessionReady> ready();

    /**
     * What the model makes of an input. Ask one question at a time.
     *
     * @param method id of an attribution method; empty for no map
     * @param target whose score is explained; empty for what is predicted
     * @param place whose scores are told and explained, of a model that scores steps, pixels, cells or values; empty for the surest
     */
    CompletableFuture<Seen> look(NewInput input, String method, OptionalInt target, OptionalInt place);
}
