package org.vitrine.graph.analysis;

import java.util.Optional;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** What advice asks of layers and their neighbours. */
final class Chains {
    private Chains() {}

    /** Whether a layer multiplies with weights and then applies an activation of its own. */
    static boolean isWeighted(LayerSpec layer) {
        return layer instanceof Dense
                || layer instanceof Convolution1D
                || layer instanceof Convolution2D
                || layer instanceof DepthwiseConvolution2D
                || layer instanceof SeparableConvolution2D
                || layer instanceof TransposedConvolution2D;
    }

    static boolean isNormalization(LayerSpec layer) {
        return layer instanceof BatchNormalization
                || layer instanceof LayerNormalization
                || layer instanceof RmsNormalization
                || layer instanceof GroupNormalization;
    }

    /** The activation of a layer; empty if it has none to choose. */
    static Optional<Activation> activation(LayerSpec layer) {
        if (!isWeighted(layer) && !(layer instanceof ActivationLayer)) {
            return Optional.empty();
        }
        return Parameters.find((Record) layer, "activation")
                .map(Parameter::value)
                .map(Activation.class::cast);
    }

    /** The only node before, if there is one. */
    static Optional<NodeId> before(Survey survey, NodeId id) {
        var inputs = survey.index().inputs(id);
        return inputs.size() == 1 ? Optional.of(inputs.get(0).from()) : Optional.empty();
    }

    /** The only node behind, if there is one. */
    static Optional<NodeId> behind(Survey survey, NodeId id) {
        var outputs = survey.index().outputs(id);
        return outputs.size() == 1 ? Optional.of(outputs.get(0)).map(Edge::to) : Optional.empty();
    }

    /** The next node behind that is more than dropout or a change of layout. */
    static Optional<NodeId> nextReal(Survey survey, NodeId id) {
        Optional<NodeId> next = behind(survey, id);
        while (next.isPresent() && passes(survey.index().layer(next.get()))) {
            next = behind(survey, next.get());
        }
        return next;
    }

    /** The last node before that is more than dropout or a change of layout. */
    static Optional<NodeId> lastReal(Survey survey, NodeId id) {
        Optional<NodeId> last = before(survey, id);
        while (last.isPresent() && passes(survey.index().layer(last.get()))) {
            last = before(survey, last.get());
        }
        return last;
    }

    private static boolean passes(LayerSpec layer) {
        return layer instanceof Dropout || layer instanceof Flatten;
    }

    static ReplaceLayer withActivation(Survey survey, NodeId id, Activation activation) {
        return new ReplaceLayer(id, Parameters.with(survey.index().layer(id), "activation", activation));
    }
}
