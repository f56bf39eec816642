package org.vitrine.app.explain;

import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.SessionEvent;

/** What a method has said of the chosen example so far. */
public sealed interface MethodResult {

    /** Not answered yet. */
    record Waiting() implements MethodResult {}

    /** Not asked: the method is slow, and computed only when it is opened. */
    record Unasked() implements MethodResult {}

    /** Being computed on its own; {@code share} of it is done, 0 to 1. */
    record Computing(double share) implements MethodResult {}

    /** The answer; relevance per pixel, token or feature. */
    record Done(SessionEvent.AttributionDone answer, Tensor relevance) implements MethodResult {}

    /** The method could not answer; the text says why. */
    record Failed(String message) implements MethodResult {}
}
