package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.exchange.keras.KerasLayer.PathStep;

/** Reads the description of a sequential or functional model; models inside of it are expanded. */
final class ModelParser {
    private static final int DEEPEST = 20;
    private static final int MOST_LAYERS = 5000;

    private final Problems problems;
    private final List<KerasLayer> layers = new ArrayList<>();
    private @Nullable String input;
    private List<Integer> axes = List.of();

    ModelParser(Problems problems) {
        this.problems = problems;
    }

    /** The model, unless a problem keeps it from being told. */
    Optional<KerasModel> parse(JsonNode model) {
        String name = model.path("config").path("name").asText("model");
        if (!isModel(model)) {
            problems.add(name, "model.kind", model.path("class_name").asText("?"));
            return Optional.empty();
        }
        Optional<String> output = model(model, List.of(), Optional.empty());
        if (input == null && problems.count() == 0) {
            problems.add(name, "model.no-input");
        }
        return output.isPresent() && input != null
                ? Optional.of(new KerasModel(name, layers, input, axes, output.get()))
                : Optional.empty();
    }

    private static boolean isModel(JsonNode layer) {
        String type = layer.path("class_name").asText();
        return (type.equals("Sequential") || type.equals("Functional") || type.equals("Model"))
                && (layer.path("config").path("layers").isArray()
                        || layer.path("config").isArray());
    }

    /**
     * Adds the layers of a model.
     *
     * @param outer names of the models around it
     * @param given what its input is, if it is inside of another one
     * @return place of the output
     */
    private Optional<String> model(JsonNode model, List<PathStep> outer, Optional<String> given) {
        JsonNode config = model.path("config");
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (outer.size() > DEEPEST || layers.size() + list.size() > MOST_LAYERS) {
            problems.add(config.path("name").asText("model"), "model.large", MOST_LAYERS, DEEPEST);
            return Optional.empty();
        }
        return model.path("class_name").asText().equals("Sequential")
                ? sequential(config, list, outer, given)
                : functional(config, list, outer, given);
    }

    private Optional<String> sequential(JsonNode config, JsonNode list, List<PathStep> outer, Optional<String> given) {
        Names names = new Names(outer);
        Optional<String> last = given;
        for (JsonNode layer : list) {
            PathStep step = names.next(layer);
            if (layer.path("class_name").asText().equals("InputLayer")) {
                last = given.isPresent() ? given : Optional.of(inputLayer(layer, names.path(step)));
                continue;
            }
            if (last.isEmpty()) {
                JsonNode shape = shape(layer.path("config"));
                last = Optional.of(inputShape(
                        shape.isArray() ? shape : config.path("build_input_shape"),
                        names.path(new PathStep("input", ""))));
            }
            last = layer(layer, names.path(step), List.of(last.get()), List.of());
            if (last.isEmpty()) {
                return last;
            }
        }
        return last;
    }

    private Optional<String> functional(JsonNode config, JsonNode list, List<PathStep> outer, Optional<String> given) {
        String place = place(outer, config.path("name").asText("model"));
        List<String> inputs = refs(config.path("input_layers"));
        List<String> outputs = refs(config.path("output_layers"));
        if (inputs.size() != 1) {
            problems.add(place, "model.inputs", inputs.size());
        }
        if (outputs.size() != 1) {
            problems.add(place, "model.outputs", outputs.size());
        }
        if (inputs.size() != 1 || outputs.size() != 1) {
            return Optional.empty();
        }
        Names names = new Names(outer);
        Map<String, JsonNode> waiting = new LinkedHashMap<>();
        Map<String, PathStep> steps = new HashMap<>();
        for (JsonNode layer : list) {
            PathStep step = names.next(layer);
            waiting.put(step.name(), layer);
            steps.put(step.name(), step);
        }
        Map<String, String> done = new HashMap<>();
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            moved = false;
            for (Map.Entry<String, JsonNode> entry : List.copyOf(waiting.entrySet())) {
                String name = entry.getKey();
                JsonNode layer = entry.getValue();
                CallParser.Call call = CallParser.parse(layer.path("inbound_nodes"));
                if (done.keySet().containsAll(call.inputs())) {
                    moved = true;
                    waiting.remove(name);
                    List<PathStep> path = names.path(steps.get(name));
                    called(layer, path, call, done, given).ifPresent(output -> done.put(name, output));
                }
            }
        }
        Optional<String> output = Optional.ofNullable(done.get(outputs.get(0)));
        if (output.isEmpty() && problems.count() == 0) {
            problems.add(place, "model.unconnected", outputs.get(0));
        }
        return output;
    }

    private Optional<String> called(
            JsonNode layer,
            List<PathStep> path,
            CallParser.Call call,
            Map<String, String> done,
            Optional<String> given) {
        String place = place(path);
        if (layer.path("class_name").asText().equals("InputLayer")) {
            return given.isPresent() ? given : Optional.of(inputLayer(layer, path));
        }
        if (call.calls() > 1) {
            problems.add(place, "layer.shared", call.calls());
        }
        if (call.laterOutputs()) {
            problems.add(place, "layer.outputs");
        }
        if (call.inputs().isEmpty()) {
            problems.add(place, "layer.no-input", layer.path("class_name").asText());
            return Optional.empty();
        }
        return layer(layer, path, call.inputs().stream().map(done::get).toList(), call.arguments());
    }

    private Optional<String> layer(JsonNode layer, List<PathStep> path, List<String> inputs, List<JsonNode> call) {
        if (isModel(layer)) {
            return model(layer, path, Optional.of(inputs.get(0)));
        }
        String place = place(path);
        layers.add(
                new KerasLayer(place, layer.path("class_name").asText("?"), layer.path("config"), inputs, call, path));
        return Optional.of(place);
    }

    private String inputLayer(JsonNode layer, List<PathStep> path) {
        return inputShape(shape(layer.path("config")), path);
    }

    private static JsonNode shape(JsonNode config) {
        return config.path("batch_shape").isArray() ? config.path("batch_shape") : config.path("batch_input_shape");
    }

    private String inputShape(JsonNode batchShape, List<PathStep> path) {
        String place = place(path);
        if (input != null && !input.equals(place)) {
            problems.add(place, "model.inputs", 2);
            return place;
        }
        List<Integer> lengths = new ArrayList<>();
        for (int i = 1; i < batchShape.size(); i++) {
            JsonNode length = batchShape.path(i);
            lengths.add(length.isInt() && length.intValue() > 0 ? length.intValue() : -1);
        }
        if (lengths.isEmpty() || lengths.size() > 3) {
            problems.add(place, "model.input-shape", batchShape.toString());
        }
        input = place;
        axes = lengths;
        return place;
    }

    /** Names in [[name, call, output], ...], which is [name, call, output] for a single one. */
    private static List<String> refs(JsonNode list) {
        if (list.path(0).isTextual()) {
            return List.of(list.path(0).asText());
        }
        List<String> names = new ArrayList<>();
        list.forEach(ref -> names.add(ref.path(0).asText()));
        return names;
    }

    private static String place(List<PathStep> outer, String name) {
        return outer.isEmpty() ? name : place(outer);
    }

    private static String place(List<PathStep> path) {
        return String.join("/", path.stream().map(PathStep::name).toList());
    }

    /** Numbers the layers of one model by class, as Keras 3 does for its weights. */
    private static final class Names {
        private final List<PathStep> outer;
        private final Map<String, Integer> used = new HashMap<>();

        Names(List<PathStep> outer) {
            this.outer = outer;
        }

        PathStep next(JsonNode layer) {
            String type = snakeCase(layer.path("class_name").asText("layer"));
            int number = used.merge(type, 1, Integer::sum) - 1;
            String name =
                    layer.path("config").path("name").asText(layer.path("name").asText(type));
            return new PathStep(name, number == 0 ? type : type + "_" + number);
        }

        List<PathStep> path(@Nullable PathStep step) {
            List<PathStep> path = new ArrayList<>(outer);
            if (step != null) {
                path.add(step);
            }
            return path;
        }

        private static String snakeCase(String type) {
            return type.replaceAll("\\W+", "")
                    .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                    .replaceAll("([a-z])([A-Z])", "$1_$2")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
