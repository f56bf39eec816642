package org.vitrine.runs.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;

/**
 * What is to be explained.
 *
 * @param method id of an attribution method
 * @param target class or value index; null means the predicted class
 * @param place whose scores are explained, for a model that scores steps, pixels or cells; null for the surest
 * @param options overrides of the method's options by name
 * @param input explained instead of the example, if there is one
 */
public record AttributionRequest(
        String method,
        Part part,
        int example,
        @Nullable Integer target,
        @Nullable Integer place,
        Map<String, String> options,
        @Nullable NewInput input) {
    public AttributionRequest {
        options = Map.copyOf(options);
    }

    /** About an example of the data set. */
    public AttributionRequest(
            String method, Part part, int example, @Nullable Integer target, Map<String, String> options) {
        this(method, part, example, target, null, options, null);
    }

    /** About an input that is no example of the data set. */
    public static AttributionRequest of(
            String method, NewInput input, @Nullable Integer target, Map<String, String> options) {
        return new AttributionRequest(method, Part.TEST, 0, target, null, options, input);
    }

    /** The same of another place. */
    public AttributionRequest at(@Nullable Integer newPlace) {
        return new AttributionRequest(method, part, example, target, newPlace, options, input);
    }
}
