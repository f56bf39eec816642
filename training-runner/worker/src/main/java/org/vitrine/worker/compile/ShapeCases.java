package org.vitrine.worker.compile;

import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.worker.parts.ActivationVertex;
import org.vitrine.worker.parts.DropoutVertex;
import org.vitrine.worker.parts.ShapeVertex;

/** Inputs, and layers that move or combine values and have no parameters. */
interface ShapeCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(Input spec) {
        return new Part.NetworkInput();
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
        return new Part.Vertex(ShapeVertex.of(ShapeVertex.Kind.FLATTEN));
    }

    @Override
    default Part visit(Add spec) {
        return new Part.Vertex(ShapeVertex.of(ShapeVertex.Kind.ADD));
    }

    @Override
    default Part visit(Concatenate spec) {
        return new Part.Vertex(ShapeVertex.of(ShapeVertex.Kind.CONCATENATE));
    }
}
