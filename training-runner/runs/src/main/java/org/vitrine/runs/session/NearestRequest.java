package org.vitrine.runs.session;

import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;

/**
 * What to find the nearest training examples of.
 *
 * @param input looked at instead of the example, if there is one
 * @param layer id of a node; null means the one before the head
 * @param distance {@code cosine} or {@code euclidean}
 * @param examples how many training examples to look through; 0 means all
 * @param count how many to tell
 */
public record NearestRequest(
        Part part,
        int example,
        @Nullable NewInput input,
        @Nullable String layer,
        String distance,
        int examples,
        int count) {
    /** Enough to find what is alike, few enough to be found at once. */
    public static final int EXAMPLES = 2000;
}
