package org.vitrine.graph.cost;

import java.util.Optional;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Shape;

/**
 * What one layer costs, for one example.
 *
 * @param type name of the layer's type
 * @param parameters that are trained
 * @param multiplyAdds of the forward pass, as {@link MultiplyAdds} counts them
 * @param activationBytes that the layer holds until the backward pass, as {@link HeldValues} counts them, in single precision
 * @param field how far the layer sees; empty for data without axes and where values were laid out anew
 */
public record LayerCost(
        NodeId node,
        String type,
        Shape output,
        long parameters,
        long multiplyAdds,
        long activationBytes,
        Optional<ReceptiveField> field) {}
