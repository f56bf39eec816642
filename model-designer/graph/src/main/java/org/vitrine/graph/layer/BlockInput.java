package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Where a block's input port {@code port} (from 0) comes into its body; nothing outside of blocks. */
public record BlockInput(@Range(min = 0, max = 7) int port) implements LayerSpec {

    @Override
    public Family family() {
        return Family.INPUT;
    }

    @Override
    public Ports ports() {
        return Ports.NONE;
    }

    /** Refuses: only the block around it knows the shape. */
    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        throw new ShapeException("block-input.outside", port + 1);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
