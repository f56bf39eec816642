package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Sequence;

/** Edits worth trying where a head gets too many or too few time steps. */
final class StepRemedies {
    private final Spot spot;

    StepRemedies(Spot spot) {
        this.spot = spot;
    }

    /** As many steps as targets: cut the last ones out, or keep all of them on the way. */
    void match(int wanted) {
        if (spot.input() instanceof Sequence sequence && sequence.length() > wanted) {
            Slice slice = new Slice(SliceAxis.TIME, (int) (sequence.length() - wanted), wanted);
            spot.add(Remedy.of(
                    "fix.cut-steps", Edits.insertOn(spot.document, spot.edge(), slice), slice, wanted, spot.id));
        }
        more();
    }

    /** Weaken one of the layers that lose steps, the last one first, or all of them. */
    void more() {
        List<NodeId> losing = new ArrayList<>();
        NodeId node = spot.edge().from();
        while (spot.survey.index().inputs(node).size() == 1) {
            if (stride(node) > 1 || isUnpadded(node)) {
                losing.add(node);
            }
            node = spot.survey.index().inputs(node).get(0).from();
        }
        for (NodeId lossy : losing) {
            if (spot.survey.index().layer(lossy) instanceof Pooling1D) {
                spot.bypass(lossy);
            } else if (stride(lossy) > 1) {
                spot.add(Remedy.set(lossy, spot.survey.index().layer(lossy), "stride", 1));
            }
        }
        if (!losing.isEmpty()) {
            Draft draft = new Draft(spot.document);
            for (NodeId lossy : losing) {
                LayerSpec dense = Parameters.with(spot.survey.index().layer(lossy), "stride", 1);
                draft.then(new ReplaceLayer(lossy, Parameters.with(dense, "padding", Padding.SAME)));
            }
            spot.add(Remedy.of("fix.keep-steps", draft.edit(), ProblemTexts.names(losing, ", ")));
        }
    }

    private int stride(NodeId node) {
        return Parameters.find((Record) spot.survey.index().layer(node), "stride")
                .map(parameter -> (Integer) parameter.value())
                .orElse(1);
    }

    private boolean isUnpadded(NodeId node) {
        return Parameters.find((Record) spot.survey.index().layer(node), "padding")
                .map(Parameter::value)
                .filter(Padding.VALID::equals)
                .isPresent();
    }
}
