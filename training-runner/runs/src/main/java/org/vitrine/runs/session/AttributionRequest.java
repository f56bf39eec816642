package org.vitrine.runs.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Part;

/**
 * What is to be explained.
 *
 * @param method id of an attribution method
 * @param target class or value index; null means the predicted class
 * @param options overrides of the method's options by name
 */
public record AttributionRequest(
        String method, Part part, int example, @Nullable Integer target, Map<String, String> options) {
    public AttributionRequest {
        options = Map.copyOf(options);
    }
}
