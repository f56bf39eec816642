package org.vitrine.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * The same network with activation functions as layers of their own, so that rules can treat them on their own. What has weights
 * keeps its name; the activation of {@code conv1} is called {@code conv1.activation}, which no layer of a flat graph can be.
 */
public final class SplitActivations {
    private SplitActivations() {}

    /** Splits the layers of a flat graph; recurrent layers, whose activations are within, stay as they are. */
    public static ModelGraph of(ModelGraph graph) {
        List<Node> nodes = new ArrayList<>();
        Map<NodeId, NodeId> behind = new HashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Activation activation = activation(node.layer()).orElse(Activation.IDENTITY);
            if (activation == Activation.IDENTITY) {
                nodes.add(node);
                continue;
            }
            NodeId id = new NodeId("activation").in(node.id());
            nodes.add(new Node(node.id(), withoutActivation(node.layer())));
            nodes.add(new Node(id, new ActivationLayer(activation)));
            edges.add(new Edge(node.id(), id, 0));
            behind.put(node.id(), id);
        }
        for (Edge edge : graph.edges()) {
            edges.add(new Edge(behind.getOrDefault(edge.from(), edge.from()), edge.to(), edge.port()));
        }
        return new ModelGraph(nodes, edges);
    }

    private static Optional<Activation> activation(LayerSpec layer) {
        if (layer instanceof Dense dense) {
            return Optional.of(dense.activation());
        } else if (layer instanceof Convolution1D convolution) {
            return Optional.of(convolution.activation());
        } else if (layer instanceof Convolution2D convolution) {
            return Optional.of(convolution.activation());
        } else if (layer instanceof DepthwiseConvolution2D convolution) {
            return Optional.of(convolution.activation());
        } else if (layer instanceof SeparableConvolution2D convolution) {
            return Optional.of(convolution.activation());
        } else if (layer instanceof TransposedConvolution2D convolution) {
            return Optional.of(convolution.activation());
        }
        return Optional.empty();
    }

    private static LayerSpec withoutActivation(LayerSpec layer) {
        Activation none = Activation.IDENTITY;
        if (layer instanceof Dense it) {
            return new Dense(it.units(), none);
        } else if (layer instanceof Convolution1D it) {
            return new Convolution1D(it.filters(), it.kernel(), it.stride(), it.dilation(), it.padding(), none);
        } else if (layer instanceof Convolution2D it) {
            return new Convolution2D(it.filters(), it.kernel(), it.stride(), it.dilation(), it.padding(), none);
        } else if (layer instanceof DepthwiseConvolution2D it) {
            return new DepthwiseConvolution2D(
                    it.multiplier(), it.kernel(), it.stride(), it.dilation(), it.padding(), none);
        } else if (layer instanceof SeparableConvolution2D it) {
            return new SeparableConvolution2D(
                    it.filters(), it.kernel(), it.stride(), it.dilation(), it.padding(), none);
        } else if (layer instanceof TransposedConvolution2D it) {
            return new TransposedConvolution2D(it.filters(), it.kernel(), it.stride(), it.padding(), none);
        }
        throw new IllegalArgumentException(layer.type() + " has no activation");
    }
}
