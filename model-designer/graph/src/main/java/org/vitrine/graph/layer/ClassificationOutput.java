package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** A dense layer with softmax and cross entropy, as wide as the data set has classes. */
public record ClassificationOutput() implements LayerSpec {

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        return Heads.dense(inputs.get(0), Heads.classes(data, type()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
