package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vitrine.charts.activations.LayersFigure;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.parameter.SpecTexts;
import org.vitrine.runs.event.SessionEvent.Looked;

/**
 * What a model makes of an input.
 *
 * @param answer what the worker said
 * @param input as it entered the network
 * @param relevance [1, height, width], [time] or [features]; empty if none was asked for
 * @param told scores at all places, [places, scores]; empty where the model scores inputs as a whole
 * @param layers in the order of computation, the input first
 */
public record Seen(
        Looked answer,
        Tensor input,
        Optional<Tensor> relevance,
        Optional<Tensor> told,
        List<LayersFigure.Layer> layers) {
    private static final String INPUT = "look/input";
    private static final String RELEVANCE = "look/relevance";
    private static final String TOLD = "look/told";
    private static final String FIRST = "first/";

    public Seen {
        layers = List.copyOf(layers);
    }

    /**
     * Puts together what a worker told.
     *
     * @param graph flat
     * @param arrays of the answer's file
     */
    public static Seen of(Looked answer, ModelGraph graph, Map<String, Tensor> arrays) {
        List<LayersFigure.Layer> layers = new ArrayList<>();
        for (Node node : graph.topologicalOrder()) {
            String id = node.id().value();
            Tensor whole = arrays.get(id);
            Tensor first = arrays.get(FIRST + id);
            String kind = SpecTexts.title(node.layer());
            if (whole != null) {
                layers.add(new LayersFigure.Layer(id, kind + " \u00b7 " + shape(whole), whole));
            } else if (first != null) {
                layers.add(new LayersFigure.Layer(id, kind + " \u00b7 1\u2013" + first.rows(), first));
            }
        }
        return new Seen(
                answer,
                Objects.requireNonNull(arrays.get(INPUT), "the input"),
                Optional.ofNullable(arrays.get(RELEVANCE)),
                Optional.ofNullable(arrays.get(TOLD)),
                layers);
    }

    private static String shape(Tensor values) {
        StringBuilder text = new StringBuilder();
        for (int length : values.shape()) {
            text.append(text.isEmpty() ? "" : " \u00d7 ").append(length);
        }
        return text.toString();
    }

    /** Places of words that the model does not know. */
    public Set<Integer> unknown() {
        return Set.copyOf(answer.unknown());
    }
}
