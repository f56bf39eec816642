package org.vitrine.graph.analysis;

import java.util.Optional;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Finds the layer that decides how many units, features or channels arrive somewhere. */
final class Widths {
    private Widths() {}

    /** The number of units or filters of a layer, if it chooses one. */
    static Optional<Parameter> of(LayerSpec layer) {
        return Parameters.of((Record) layer).stream()
                .filter(parameter ->
                        parameter.name().equals("units") || parameter.name().equals("filters"))
                .findFirst();
    }

    /** Makes {@code width} channels leave {@code node} by changing the layer that decides it, if that is one. */
    static Optional<Remedy> change(Survey survey, NodeId node, long width) {
        NodeId source = node;
        while (keepsWidth(survey.index().layer(source))
                && survey.index().inputs(source).size() == 1) {
            source = survey.index().inputs(source).get(0).from();
        }
        LayerSpec layer = survey.index().layer(source);
        Optional<Parameter> parameter = of(layer);
        if (parameter.isEmpty() || width > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(Remedy.set(source, layer, parameter.get().name(), width));
    }

    private static boolean keepsWidth(LayerSpec layer) {
        return layer instanceof Dropout
                || layer instanceof ActivationLayer
                || layer instanceof BatchNormalization
                || layer instanceof LayerNormalization
                || layer instanceof RmsNormalization
                || layer instanceof GroupNormalization
                || layer instanceof PositionalEncoding
                || layer instanceof SelfAttention
                || layer instanceof FeedForward
                || layer instanceof Pooling1D
                || layer instanceof Pooling2D;
    }
}
