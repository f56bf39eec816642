package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.worker.layers.TimeDistributedDenseLayer;

/** Dense layers and output heads, which end in one. */
interface DenseCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(Dense spec) {
        if (site().input() instanceof Sequence) {
            return site().sized(new TimeDistributedDenseLayer(spec.units(), Functions.activation(spec.activation())));
        }
        return dense(Functions.activation(spec.activation()));
    }

    private Part dense(IActivation activation) {
        Layer layer = new DenseLayer.Builder()
                .nIn(site().input().size())
                .nOut(site().output().size())
                .activation(activation)
                .build();
        return site().input() instanceof Image ? new Part.Flattened(layer) : new Part.Layered(layer);
    }

    @Override
    default Part visit(ClassificationOutput spec) {
        return dense(Functions.activation(org.vitrine.graph.layer.Activation.IDENTITY));
    }

    @Override
    default Part visit(BinaryOutput spec) {
        return dense(Functions.activation(org.vitrine.graph.layer.Activation.IDENTITY));
    }

    @Override
    default Part visit(RegressionOutput spec) {
        return dense(Functions.activation(org.vitrine.graph.layer.Activation.IDENTITY));
    }
}
