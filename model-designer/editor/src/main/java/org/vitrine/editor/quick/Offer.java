package org.vitrine.editor.quick;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.shape.Shape;

/**
 * A layer that fits at a place.
 *
 * @param before layers that make the shape fit first, such as Flatten; most often none
 * @param layer with parameters that fit
 * @param output what it gives; empty while no shapes are known
 */
public record Offer(List<LayerSpec> before, LayerSpec layer, Optional<Shape> output) {
    public Offer {
        before = List.copyOf(before);
    }
}
