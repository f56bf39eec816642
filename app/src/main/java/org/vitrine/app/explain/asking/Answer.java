package org.vitrine.app.explain.asking;

import java.util.Optional;

/** How far the answer to a question is. */
public sealed interface Answer<T> {
    /** Nothing was asked. */
    record Nothing<T>() implements Answer<T> {}

    /** {@code share} of the work is done, 0 to 1. */
    record Computing<T>(double share) implements Answer<T> {}

    record Done<T>(T found) implements Answer<T> {}

    /** The text says why there is no answer. */
    record Failed<T>(String message) implements Answer<T> {}

    /** What was found, once it is there. */
    default Optional<T> done() {
        return this instanceof Done<T> done ? Optional.of(done.found()) : Optional.empty();
    }
}
