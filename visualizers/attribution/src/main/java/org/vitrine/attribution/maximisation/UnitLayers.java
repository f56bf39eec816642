package org.vitrine.attribution.maximisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** The layers of a model whose units can be maximised, or why there are none. */
public final class UnitLayers {
    private UnitLayers() {}

    /** Why no unit of such a model has an input that excites it most; empty if all have. */
    public static Optional<String> refusal(ModelFacts model) {
        if (model.data().input() instanceof Tokens) {
            return Optional.of(
                    "The input is tokens, and their ids have no gradient: a text can not be changed by small steps, and"
                            + " points between the embeddings of words are no text");
        }
        return Optional.empty();
    }

    /**
     * The layers in the order of computation; those that only hand values on are left out, as are those that the output does not
     * depend on.
     *
     * @return none if the model is refused
     */
    public static List<UnitLayer> of(ModelFacts model) {
        List<UnitLayer> layers = new ArrayList<>();
        if (refusal(model).isPresent()) {
            return layers;
        }
        ModelGraph graph = model.graph();
        Map<NodeId, Shape> shapes = new HashMap<>();
        for (Node node : graph.neededOrder()) {
            List<Shape> inputs = graph.inputsOf(node.id()).stream()
                    .map(edge -> shapes.get(edge.from()))
                    .toList();
            Shape shape = node.layer().infer(inputs, model.data()).output();
            shapes.put(node.id(), shape);
            if (computes(node.layer())) {
                layers.add(layer(node, shape, model));
            }
        }
        return layers;
    }

    /** The layer of this id. */
    public static Optional<UnitLayer> byId(ModelFacts model, String id) {
        return of(model).stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    private static boolean computes(LayerSpec layer) {
        return !(layer instanceof Input
                || layer instanceof Dropout
                || layer instanceof Flatten
                || layer instanceof Reshape
                || layer instanceof Permute
                || layer instanceof Slice
                || layer instanceof LastStep);
    }

    private static UnitLayer layer(Node node, Shape shape, ModelFacts model) {
        String id = node.id().value();
        String type = node.layer().type();
        if (node.layer() instanceof BinaryOutput) {
            return new UnitLayer(id, type, 2, new int[0], true);
        }
        if (node.layer() instanceof CenterOutput) {
            // Distances and the embedding stand behind the scores of the classes.
            return new UnitLayer(id, type, model.data().target().size(), new int[0], false);
        }
        if (shape instanceof Image image) {
            return new UnitLayer(
                    id, type, (int) image.channels(), new int[] {(int) image.height(), (int) image.width()}, false);
        }
        if (shape instanceof Sequence sequence) {
            return new UnitLayer(id, type, (int) sequence.features(), new int[] {(int) sequence.length()}, false);
        }
        return new UnitLayer(id, type, (int) ((Flat) shape).size(), new int[0], false);
    }
}
