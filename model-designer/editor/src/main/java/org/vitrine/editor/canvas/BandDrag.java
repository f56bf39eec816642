package org.vitrine.editor.canvas;

import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.shape.Rectangle;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/** Chooses all nodes that the rubber band touches, and the edges among them. */
final class BandDrag implements Drag {
    private final GraphViewModel model;
    private final GraphScene scene;
    private final Viewport viewport;
    private final Rectangle band;
    private final Point2D start;
    private final Selection before;

    BandDrag(
            GraphViewModel model,
            GraphScene scene,
            Viewport viewport,
            Rectangle band,
            Point2D start,
            Selection before) {
        this.model = model;
        this.scene = scene;
        this.viewport = viewport;
        this.band = band;
        this.start = start;
        this.before = before;
        model.select(before);
    }

    @Override
    public void move(Point2D point) {
        band.setX(Math.min(start.getX(), point.getX()));
        band.setY(Math.min(start.getY(), point.getY()));
        band.setWidth(Math.abs(point.getX() - start.getX()));
        band.setHeight(Math.abs(point.getY() - start.getY()));
        band.setVisible(true);
        Point2D first = viewport.toGraph(band.getX(), band.getY());
        Point2D last = viewport.toGraph(band.getX() + band.getWidth(), band.getY() + band.getHeight());
        Box area = new Box(first.getX(), first.getY(), last.getX(), last.getY());
        Set<NodeId> touched = new HashSet<>();
        for (Spot spot : scene.plan().spots()) {
            if (spot.box().overlaps(area)) {
                touched.add(spot.id());
            }
        }
        Set<Edge> among = new HashSet<>();
        for (Edge edge : model.document().graph().edges()) {
            if (touched.contains(edge.from()) && touched.contains(edge.to())) {
                among.add(edge);
            }
        }
        model.select(before.with(new Selection(touched, among)));
    }

    @Override
    public void end(Point2D point) {
        band.setVisible(false);
    }

    @Override
    public void cancel() {
        band.setVisible(false);
        model.select(before);
    }
}
