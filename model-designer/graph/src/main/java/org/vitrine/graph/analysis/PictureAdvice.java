package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.advice;

import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Image;

/** Convolutions that have nothing left to slide over. */
final class PictureAdvice {
    private PictureAdvice() {}

    static void run(Survey survey) {
        for (NodeId id : survey.index().order()) {
            LayerSpec layer = survey.index().layer(id);
            boolean slides = layer instanceof Convolution2D
                    || layer instanceof DepthwiseConvolution2D
                    || layer instanceof SeparableConvolution2D;
            NodeShapes shapes = survey.shapes().get(id);
            if (!slides || shapes == null || !(shapes.inputs().get(0) instanceof Image image)) {
                continue;
            }
            int kernel = Parameters.find((Record) layer, "kernel")
                    .map(parameter -> (Integer) parameter.value())
                    .orElse(1);
            if (kernel > 1 && image.height() == 1 && image.width() == 1) {
                survey.add(advice("style.pooled-away", new AtNode(id), id, kernel, kernel * kernel - 1));
            }
        }
    }
}
