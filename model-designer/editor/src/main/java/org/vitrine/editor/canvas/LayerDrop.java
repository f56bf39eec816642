package org.vitrine.editor.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.vitrine.editor.model.GraphActions;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Position;

/** Layers dragged from the palette: onto the edge under the mouse, else where they are dropped. */
final class LayerDrop {
    private static final double REACH = 7;

    private final GraphViewModel model;
    private final GraphScene scene;
    private final Backdrop backdrop;
    private final CanvasHint hint;

    LayerDrop(GraphViewModel model, GraphScene scene, Backdrop backdrop, CanvasHint hint) {
        this.model = model;
        this.scene = scene;
        this.backdrop = backdrop;
        this.hint = hint;
    }

    /** Shows what dropping a layer at a point of the graph would do. */
    void preview(LayerSpec layer, Point2D at) {
        Optional<Edge> edge = edgeAt(layer, at);
        backdrop.aim(edge);
        if (edge.isPresent()) {
            hint.show(Texts.text("drop.onEdge", edge.get().from(), edge.get().to()), CanvasHint.Tone.GOOD);
        } else {
            hint.show(Texts.text("drop.free"), CanvasHint.Tone.PLAIN);
        }
    }

    void endPreview() {
        backdrop.aim(Optional.empty());
        hint.hide();
    }

    void drop(LayerSpec layer, Point2D at) {
        endPreview();
        Optional<Edge> edge = edgeAt(layer, at);
        if (edge.isPresent()) {
            model.actions().insertOn(edge.get(), layer);
        } else {
            model.actions()
                    .addAt(layer, new Position(at.getX() - NodeMetrics.WIDTH / 2, at.getY() - NodeMetrics.HEIGHT / 2));
        }
    }

    private Optional<Edge> edgeAt(LayerSpec layer, Point2D at) {
        return GraphActions.fitsOnEdge(layer) ? scene.plan().edgeAt(at.getX(), at.getY(), REACH) : Optional.empty();
    }
}
