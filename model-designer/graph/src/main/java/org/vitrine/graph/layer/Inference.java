package org.vitrine.graph.layer;

import org.vitrine.graph.shape.Shape;

/** The result of shape inference: the output shape and the number of trainable parameters. */
public record Inference(Shape output, long parameters) {

    static Inference withoutParameters(Shape output) {
        return new Inference(output, 0);
    }
}
