package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.advice;

import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;

/** Layers that add nothing, or far too much. */
final class DenseAdvice {
    /** A dense layer behind feature maps that is larger than this deserves a second thought. */
    static final long HUGE = 1_000_000;

    private DenseAdvice() {}

    static void run(Survey survey) {
        for (NodeId id : survey.index().order()) {
            linearTwice(survey, id);
            hugeBehindFlatten(survey, id);
        }
        survey.index().heads().forEach(head -> doubleHead(survey, head));
    }

    /** Two linear layers in a row can do no more than one, unless the first one squeezes. */
    private static void linearTwice(Survey survey, NodeId id) {
        LayerSpec layer = survey.index().layer(id);
        boolean linear =
                Chains.activation(layer).filter(Activation.IDENTITY::equals).isPresent();
        if (!linear || !Chains.isWeighted(layer)) {
            return;
        }
        Optional<NodeId> next = Chains.nextReal(survey, id)
                .filter(behind -> joins(layer, survey.index().layer(behind)));
        if (next.isPresent() && !squeezes(survey, id, next.get())) {
            survey.add(advice("style.linear", new AtNode(id), id, next.get(), width(survey, id)));
        }
    }

    private static boolean joins(LayerSpec first, LayerSpec second) {
        boolean head = second instanceof ClassificationOutput
                || second instanceof BinaryOutput
                || second instanceof RegressionOutput;
        return first instanceof Dense
                ? second instanceof Dense || head
                : Chains.isWeighted(second) && first.getClass() == second.getClass();
    }

    private static boolean squeezes(Survey survey, NodeId id, NodeId next) {
        NodeShapes shapes = survey.shapes().get(id);
        NodeShapes behind = survey.shapes().get(next);
        if (shapes == null || behind == null) {
            return true;
        }
        long width = MergeRemedies.channels(shapes.output());
        return width < MergeRemedies.channels(shapes.inputs().get(0))
                && width < MergeRemedies.channels(behind.output());
    }

    private static void hugeBehindFlatten(Survey survey, NodeId id) {
        NodeShapes shapes = survey.shapes().get(id);
        if (!(survey.index().layer(id) instanceof Dense) || shapes == null || shapes.parameters() < HUGE) {
            return;
        }
        Optional<NodeId> flatten =
                Chains.before(survey, id).filter(before -> survey.index().layer(before) instanceof Flatten);
        Optional<Shape> maps =
                flatten.map(survey.shapes()::get).map(found -> found.inputs().get(0));
        long total = survey.shapes().values().stream()
                .mapToLong(NodeShapes::parameters)
                .sum();
        if (maps.isPresent()
                && maps.get() instanceof Image image
                && 2 * shapes.parameters() > total
                && total <= ShapeChecks.MANY_PARAMETERS) {
            long share = Math.round(100.0 * shapes.parameters() / total);
            survey.add(advice("style.huge-dense", new AtNode(id), id, shapes.parameters(), share, image.text()));
        }
    }

    /** A layer as wide as the target right before the head, whose own dense layer does that already. */
    private static void doubleHead(Survey survey, NodeId head) {
        LayerSpec layer = survey.index().layer(head);
        boolean simple = layer instanceof ClassificationOutput
                || layer instanceof BinaryOutput
                || layer instanceof RegressionOutput;
        Optional<DataSpec> data = survey.data();
        Optional<NodeId> last = Chains.lastReal(survey, head);
        if (!simple || data.isEmpty() || last.isEmpty()) {
            return;
        }
        boolean same = survey.index().layer(last.get()) instanceof Dense dense
                && dense.units() == data.get().target().size()
                && dense.activation() != Activation.SOFTMAX
                && dense.activation() != Activation.IDENTITY;
        if (same) {
            survey.add(advice(
                    "style.double-head",
                    new AtNode(last.get()),
                    last.get(),
                    head,
                    data.get().target().size()));
        }
    }

    private static long width(Survey survey, NodeId id) {
        return survey.output(id).map(MergeRemedies::channels).orElse(0L);
    }
}
