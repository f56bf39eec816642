package org.vitrine.worker.watch;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.worker.network.Network;

/** Which vertices of a network are looked at: those that bear a node's name and have something to show. */
final class Taps {
    private final ModelGraph graph;
    private final Network network;

    Taps(ModelGraph graph, Network network) {
        this.graph = graph;
        this.network = network;
    }

    private List<String> where(Predicate<LayerSpec> predicate) {
        return graph.nodes().stream()
                .filter(node -> predicate.test(node.layer()))
                .map(node -> node.id().value())
                .filter(name -> network.getVertex(name) != null)
                .toList();
    }

    /** Layers whose activations are units that learn; heads, whose outputs are scores, are left out. */
    List<String> units() {
        return where(layer -> switch (layer.family()) {
            case DENSE, CONVOLUTION, RECURRENT, ATTENTION ->
                !(layer instanceof ActivationLayer activation) || activation.activation() != Activation.IDENTITY;
            default -> false;
        });
    }

    /** Convolutions. */
    List<String> convolutions() {
        return where(layer -> layer instanceof Convolution2D || layer instanceof Convolution1D);
    }

    /** Dense layers before the head. */
    List<String> hidden() {
        return where(layer -> layer instanceof Dense || layer instanceof ActivationLayer);
    }

    /** The activation function of a node; empty if it has none. */
    Optional<Activation> activation(String name) {
        return graph.nodes().stream()
                .filter(node -> node.id().value().equals(name))
                .findFirst()
                .map(Node::layer)
                .flatMap(Taps::activation);
    }

    private static Optional<Activation> activation(LayerSpec layer) {
        return Arrays.stream(layer.getClass().getRecordComponents())
                .filter(component -> component.getType() == Activation.class)
                .map(component -> (Activation) value(component, layer))
                .findFirst();
    }

    private static Object value(RecordComponent component, LayerSpec layer) {
        try {
            return component.getAccessor().invoke(layer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
