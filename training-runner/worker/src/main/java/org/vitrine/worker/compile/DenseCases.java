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
        return dense(site(), Functions.activation(spec.activation()));
    }

    /** A dense layer, the same at each step of a sequence; images are one vector. */
    static Part dense(Site site, IActivation activation) {
        TimeDistributedDenseLayer layer = new TimeDistributedDenseLayer(Site.channels(site.output()), activation);
        if (site.output() instanceof Sequence) {
            return site.sized(layer);
        }
        layer.setNIn(site.input().size());
        return site.input() instanceof Image ? new Part.Flattened(layer) : new Part.Layered(layer);
    }
}
