package org.vitrine.worker.compile;

import org.nd4j.linalg.activations.IActivation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.worker.layers.TimeDistributedDenseLayer;

/** Dense layers. */
interface DenseCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(Dense spec) {
        if (site().input() instanceof Sequence) {
            return site().sized(new TimeDistributedDenseLayer(spec.units(), Functions.activation(spec.activation())));
        }
        return dense(site(), Functions.activation(spec.activation()));
    }

    /** A dense layer that takes images as one vector. */
    static Part dense(Site site, IActivation activation) {
        TimeDistributedDenseLayer layer =
                new TimeDistributedDenseLayer(site.output().size(), activation);
        layer.setNIn(site.input().size());
        return site.input() instanceof Image ? new Part.Flattened(layer) : new Part.Layered(layer);
    }
}
