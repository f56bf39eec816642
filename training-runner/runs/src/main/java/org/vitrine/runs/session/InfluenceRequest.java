package org.vitrine.runs.session;

import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;

/**
 * Whose decision to find the training examples of.
 *
 * @param input looked at instead of the example, if there is one
 * @param target class index; null means the predicted class
 * @param parameters {@code last-layer} or {@code all-parameters}
 * @param measure {@code dot} or {@code cosine}
 * @param examples how many training examples to look through; 0 means all
 * @param count how many of each side to tell
 */
public record InfluenceRequest(
        Part part,
        int example,
        @Nullable NewInput input,
        @Nullable Integer target,
        String parameters,
        String measure,
        int examples,
        int count) {}
