package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Spot;
import org.vitrine.editor.plan.Wire;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/**
 * Dots, edges and far away nodes, painted on one canvas: a thousand shapes as nodes of the scene would take longer than a
 * frame. Paints once a pulse at most.
 */
final class Backdrop extends Region {
    private final Canvas canvas = new Canvas();
    private final Viewport viewport;
    private final Paints paints = new Paints(this::repaint);
    private final WirePainter wires = new WirePainter(paints);
    private final BoxPainter boxes = new BoxPainter(paints);
    private final GraphScene scene;
    private Optional<Edge> hovered = Optional.empty();
    private Optional<Edge> target = Optional.empty();

    Backdrop(Viewport viewport, GraphScene scene) {
        this.viewport = viewport;
        this.scene = scene;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(canvas, paints);
    }

    /** Paints at the next pulse. */
    void repaint() {
        requestLayout();
    }

    /** The edge under the mouse. */
    void hover(Optional<Edge> edge) {
        if (!edge.equals(hovered)) {
            hovered = edge;
            repaint();
        }
    }

    /** The edge that something dragged would go onto. */
    void aim(Optional<Edge> edge) {
        if (!edge.equals(target)) {
            target = edge;
            repaint();
        }
    }

    Optional<Edge> hovered() {
        return hovered;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        Dots.paint(context, viewport, getWidth(), getHeight());
        double scale = viewport.scale();
        Detail detail = Detail.at(scale);
        Box visible = viewport.visible(getWidth(), getHeight());
        List<Wire> lines = new ArrayList<>();
        for (Wire wire : scene.plan().wires()) {
            if (wire.area().overlaps(visible.grownBy(WirePainter.ARROW))) {
                lines.add(wire);
            }
        }
        context.save();
        context.setTransform(viewport.affine());
        Set<Edge> chosen = scene.selection().edges();
        wires.paint(
                context,
                lines,
                scale,
                edge -> chosen.contains(edge) || target.filter(edge::equals).isPresent(),
                edge -> hovered.filter(edge::equals).isPresent());
        context.restore();
        if (detail == Detail.FULL) {
            wires.labels(context, lines, viewport, chosen);
        }
        Set<NodeId> seen = scene.seen();
        List<Spot> far = new ArrayList<>();
        for (Spot spot : scene.plan().spots()) {
            if (!seen.contains(spot.id()) && spot.box().overlaps(visible)) {
                far.add(spot);
            }
        }
        boxes.paint(context, far, viewport, detail, scene);
    }
}
