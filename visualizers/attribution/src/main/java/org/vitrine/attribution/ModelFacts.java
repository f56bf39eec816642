package org.vitrine.attribution;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionOutput;
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

    /** What a head scores. */
    private enum Scored {
        EXAMPLES,
        /** Steps, pixels, cells, values or coordinates of an example. */
        PLACES,
        NOTHING
    }

    /** Why no method fits: there is no score to explain. Empty if some may. */
    public Optional<String> refusal() {
        return refusal(scored -> scored != Scored.NOTHING, "gives no score: ");
    }

    /** Why there is no score of an example as a whole. Empty if there is one. */
    public Optional<String> wholeRefusal() {
        return refusal(scored -> scored == Scored.EXAMPLES, "gives no score of an example as a whole: ");
    }

    private Optional<String> refusal(Predicate<Scored> enough, String lack) {
        Optional<Node> head = graph.nodes().stream()
                .filter(node -> node.layer().family() == Family.OUTPUT)
                .findFirst();
        if (head.isEmpty()) {
            return Optional.of("The graph has no output");
        }
        LayerSpec layer = head.get().layer();
        if (enough.test(scored(layer))) {
            return Optional.empty();
        }
        String why = layer instanceof ReconstructionOutput
                ? "it gives the input back"
                : layer instanceof TripletOutput
                        ? "it tells where an example lies among others"
                        : "its target is " + data.target().text();
        return Optional.of("The output '" + head.get().id() + "' (" + layer.type() + ") " + lack + why);
    }

    private Scored scored(LayerSpec layer) {
        Target.Kind kind = data.target().kind();
        boolean places = layer instanceof ReconstructionOutput
                || layer instanceof TripletOutput
                || layer instanceof DetectionOutput
                || layer instanceof CtcOutput
                || kind == Target.Kind.STEP_CLASSES;
        if (places) {
            return Scored.PLACES;
        }
        return kind == Target.Kind.CLASSES || kind == Target.Kind.VALUES ? Scored.EXAMPLES : Scored.NOTHING;
    }
}
