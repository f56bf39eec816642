package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A layer as it is called in a model; models inside of models are expanded.
 *
 * @param place its name, after the names of the models that it is in
 * @param type its class
 * @param inputs places of the layers that it takes its inputs from, in order
 * @param call further arguments of the call
 * @param path names of the models that it is in, and its own
 */
record KerasLayer(
        String place, String type, JsonNode config, List<String> inputs, List<JsonNode> call, List<PathStep> path) {
    KerasLayer {
        inputs = List.copyOf(inputs);
        call = List.copyOf(call);
        path = List.copyOf(path);
    }

    /**
     * One name on the way to a layer.
     *
     * @param name that the user gave
     * @param stored what Keras 3 calls it in the weights of {@code .keras} files: its class and a number
     */
    record PathStep(String name, String stored) {}

    /** The layer's own name. */
    String name() {
        return path.get(path.size() - 1).name();
    }
}
