package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a layer of a functional model is called with, in the dialects of Keras 2 and 3. */
final class CallParser {
    /**
     * Layers whose outputs are taken, and further arguments.
     *
     * @param calls how often the layer is called
     * @param laterOutputs whether an input is not the first output of its layer
     */
    record Call(List<String> inputs, List<JsonNode> arguments, int calls, boolean laterOutputs) {}

    private final List<String> inputs = new ArrayList<>();
    private final List<JsonNode> arguments = new ArrayList<>();
    private boolean laterOutputs;

    private CallParser() {}

    static Call parse(JsonNode inboundNodes) {
        CallParser parser = new CallParser();
        if (inboundNodes.isArray() && !inboundNodes.isEmpty()) {
            JsonNode first = inboundNodes.path(0);
            if (first.isObject()) {
                parser.keras3(first.path("args"));
                parser.arguments(first.path("kwargs"));
            } else {
                parser.keras2(first);
            }
        }
        return new Call(parser.inputs, parser.arguments, inboundNodes.size(), parser.laterOutputs);
    }

    /** Tensors are objects with a history [layer, call, output]; lists of them are lists. */
    private void keras3(JsonNode value) {
        JsonNode history = value.path("config").path("keras_history");
        if (history.isArray()) {
            input(history);
        } else if (value.isArray()) {
            value.forEach(this::keras3);
        }
    }

    /** Tensors are [layer, call, output] or [layer, call, output, arguments]. */
    private void keras2(JsonNode value) {
        if (value.isArray() && value.path(0).isTextual()) {
            input(value);
            arguments(value.path(3));
        } else if (value.isArray()) {
            value.forEach(this::keras2);
        }
    }

    private void input(JsonNode history) {
        inputs.add(history.path(0).asText());
        laterOutputs |= history.path(2).asInt() > 0;
    }

    /** Arguments by name may be tensors too. */
    private void arguments(JsonNode named) {
        if (!named.isObject()) {
            return;
        }
        named.properties().forEach(argument -> {
            int before = inputs.size();
            keras3(argument.getValue());
            if (isKeras2Tensor(argument.getValue())) {
                keras2(argument.getValue());
            }
            boolean idle = argument.getValue().isNull()
                    || (argument.getValue().isBoolean() && !argument.getValue().booleanValue());
            if (inputs.size() == before && !idle && !argument.getKey().equals("training")) {
                arguments.add(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .set(argument.getKey(), argument.getValue()));
            }
        });
    }

    private static boolean isKeras2Tensor(JsonNode value) {
        return value.isArray()
                && value.size() >= 3
                && value.path(0).isTextual()
                && value.path(1).isInt()
                && value.path(2).isInt();
    }
}
