package org.vitrine.worker.compile;

import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.NestedLayer;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.layer.Subtract;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.parts.ActivationVertex;
import org.vitrine.worker.parts.CombineVertex;
import org.vitrine.worker.parts.DropoutVertex;
import org.vitrine.worker.parts.RearrangeVertex;
import org.vitrine.worker.parts.SliceVertex;

/** Inputs, and layers that move or combine values and have no parameters. */
interface ShapeCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(Input spec) {
        return new Part.NetworkInput();
    }

    @Override
    default Part visit(BlockInput spec) {
        throw new IllegalStateException("An input of a block reached the compiler: expand blocks with flat() first");
    }

    @Override
    default Part visit(NestedLayer spec) {
        throw new IllegalStateException("A block reached the compiler: expand blocks with flat() first");
    }

    @Override
    default Part visit(ActivationLayer spec) {
        return new Part.Vertex(new ActivationVertex(Functions.activation(spec.activation())));
    }

    @Override
    default Part visit(Dropout spec) {
        return new Part.Vertex(new DropoutVertex(spec.rate()));
    }

    @Override
    default Part visit(Flatten spec) {
        return reshaped();
    }

    /** Lays the values out in the node's output shape. */
    private Part reshaped() {
        return new Part.Vertex(RearrangeVertex.reshaped(Site.axes(site().output())));
    }

    private static Part combined(CombineVertex.Kind kind) {
        return new Part.Vertex(new CombineVertex(kind));
    }

    @Override
    default Part visit(Add spec) {
        return combined(CombineVertex.Kind.ADD);
    }

    @Override
    default Part visit(Average spec) {
        return combined(CombineVertex.Kind.AVERAGE);
    }

    @Override
    default Part visit(Subtract spec) {
        return combined(CombineVertex.Kind.SUBTRACT);
    }

    @Override
    default Part visit(Multiply spec) {
        return combined(CombineVertex.Kind.MULTIPLY);
    }

    @Override
    default Part visit(Concatenate spec) {
        return combined(CombineVertex.Kind.CONCATENATE);
    }

    @Override
    default Part visit(Slice spec) {
        boolean time = spec.axis() == SliceAxis.TIME;
        int axis =
                switch (spec.axis()) {
                    case FEATURES -> 1;
                    case TIME -> site().input() instanceof Tokens ? 1 : 2;
                    case HEIGHT -> 2;
                    case WIDTH -> 3;
                };
        return new Part.Vertex(new SliceVertex(axis, time, spec.start(), spec.start() + (long) spec.length()));
    }

    @Override
    default Part visit(Permute spec) {
        if (site().input() instanceof Sequence) {
            return new Part.Vertex(RearrangeVertex.permuted(0, 2, 1));
        }
        int[] axes = spec.order().imageAxes();
        return new Part.Vertex(RearrangeVertex.permuted(0, axes[0] + 1, axes[1] + 1, axes[2] + 1));
    }

    @Override
    default Part visit(Reshape spec) {
        return reshaped();
    }
}
