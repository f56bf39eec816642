package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Joins its inputs along the channel or feature axis, in port order. */
public record Concatenate() implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Ports ports() {
        return Ports.MANY;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        inputs.forEach(Shapes::rejectTokens);
        return Inference.withoutParameters(
                inputs.stream().reduce(Concatenate::join).orElseThrow());
    }

    private static Shape join(Shape a, Shape b) {
        if (a instanceof Flat left && b instanceof Flat right) {
            return new Flat(left.size() + right.size());
        }
        if (a instanceof Image left
                && b instanceof Image right
                && left.height() == right.height()
                && left.width() == right.width()) {
            return new Image(left.channels() + right.channels(), left.height(), left.width());
        }
        if (a instanceof Sequence left && b instanceof Sequence right && left.length() == right.length()) {
            return new Sequence(left.features() + right.features(), left.length());
        }
        throw new ShapeException("concatenate.differ", a.text(), b.text());
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
