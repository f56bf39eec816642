package org.vitrine.worker.compile;

import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.worker.layers.GroupNormalizationLayer;
import org.vitrine.worker.layers.LayerNormalizationLayer;
import org.vitrine.worker.layers.RmsNormalizationLayer;
import org.vitrine.worker.parts.BatchNormalizationLayer;
import org.vitrine.worker.parts.SamplingVertex;

/** Normalisation. */
interface NormalizationCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(BatchNormalization spec) {
        return new Part.Layered(
                new BatchNormalizationLayer(Site.channels(site().input()), spec.decay(), spec.epsilon()));
    }

    @Override
    default Part visit(LayerNormalization spec) {
        return site().sized(new LayerNormalizationLayer(spec.epsilon()));
    }

    @Override
    default Part visit(RmsNormalization spec) {
        return site().sized(new RmsNormalizationLayer(spec.epsilon()));
    }

    @Override
    default Part visit(GroupNormalization spec) {
        return site().sized(new GroupNormalizationLayer(spec.groups(), spec.epsilon()));
    }

    @Override
    default Part visit(Sampling spec) {
        return new Part.Vertex(new SamplingVertex(spec.beta()));
    }
}
