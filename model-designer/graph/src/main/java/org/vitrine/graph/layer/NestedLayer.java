package org.vitrine.graph.layer;

/**
 * A layer that is made of other layers. Nothing computes with it: {@code GraphDocument.flat()} puts the layers in its
 * place first. Not sealed, since its body is a graph, and graphs are made of layers.
 */
public non-sealed interface NestedLayer extends LayerSpec {

    @Override
    default <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
