package org.vitrine.attribution;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;

/**
 * What decides whether a method fits a model.
 *
 * @param graph flat and without problems
 */
public record ModelFacts(ModelGraph graph, DataSpec data) {

    /** The layers that the output depends on, in topological order, each activation as a layer of its own. */
    public List<Node> layers() {
        return SplitActivations.of(graph).neededOrder();
    }

    /** Why no method fits: explanations are of a score of an example as a whole. Empty if some may. */
    public Optional<String> refusal() {
        Optional<Node> head = graph.nodes().stream()
                .filter(node -> node.layer().family() == Family.OUTPUT)
                .findFirst();
        if (head.isEmpty()) {
            return Optional.of("The graph has no output");
        }
        LayerSpec layer = head.get().layer();
        String output =
                "The output '" + head.get().id() + "' (" + layer.type() + ") gives no score of an example as a whole: ";
        if (layer instanceof ReconstructionOutput) {
            return Optional.of(output + "it gives the input back");
        }
        if (layer instanceof TripletOutput) {
            return Optional.of(output + "it tells where an example lies among others");
        }
        boolean scored = layer instanceof ClassificationOutput
                || layer instanceof BinaryOutput
                || layer instanceof RegressionOutput
                || layer instanceof CenterOutput;
        Target.Kind kind = data.target().kind();
        if (!scored || (kind != Target.Kind.CLASSES && kind != Target.Kind.VALUES)) {
            return Optional.of(output + "its target is " + data.target().text());
        }
        return Optional.empty();
    }
}
