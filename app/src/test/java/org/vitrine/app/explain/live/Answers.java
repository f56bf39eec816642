package org.vitrine.app.explain.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.event.SessionEvent.Looked;

/** Answers of a model that there is not. */
final class Answers {
    private Answers() {}

    static Seen seen(
            ModelGraph graph,
            List<Double> outputs,
            List<String> words,
            List<Integer> unknown,
            Map<String, Tensor> arrays) {
        return seen(graph, outputs, words, unknown, OptionalInt.empty(), arrays);
    }

    /** An answer about a place. */
    static Seen at(int place, ModelGraph graph, List<Double> outputs, List<String> words, Map<String, Tensor> arrays) {
        return seen(graph, outputs, words, List.of(), OptionalInt.of(place), arrays);
    }

    private static Seen seen(
            ModelGraph graph,
            List<Double> outputs,
            List<String> words,
            List<Integer> unknown,
            OptionalInt place,
            Map<String, Tensor> arrays) {
        return Seen.of(new Looked("1", outputs, 0, 1.5, true, words, unknown, place, "look.npz", 0.004), graph, arrays);
    }

    /** Numbers around zero that look like something. */
    static Tensor waves(int... shape) {
        Tensor values = Tensor.zeros(shape);
        Random random = new Random(7);
        int width = shape[shape.length - 1];
        for (int i = 0; i < values.size(); i++) {
            values.values()[i] = (float)
                    (Math.sin(i % width * 0.4) * Math.cos(Math.floorDiv(i, width) * 0.3) + 0.1 * random.nextGaussian());
        }
        return values;
    }

    static Map<String, Tensor> arrays(Tensor input, Tensor relevance) {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("look/input", input);
        arrays.put("look/relevance", relevance);
        return arrays;
    }
}
