package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Moves the chosen nodes; the document changes once, at the end. */
final class MoveDrag implements Drag {
    private static final double THRESHOLD = 3;

    private final GraphViewModel model;
    private final GraphCanvas canvas;
    private final Viewport viewport;
    private final Guides guides;
    private final Point2D start;
    private final Position held;
    private final Map<NodeId, Position> begin = new HashMap<>();
    private final List<Position> others = new ArrayList<>();
    private Map<NodeId, Position> now = Map.of();

    /** @param grabbed the node under the mouse: it is the one that snaps */
    MoveDrag(
            GraphCanvas canvas,
            GraphViewModel model,
            GraphScene scene,
            Viewport viewport,
            Guides guides,
            Point2D start,
            NodeId grabbed) {
        this.model = model;
        this.canvas = canvas;
        this.viewport = viewport;
        this.guides = guides;
        this.start = start;
        for (Spot spot : scene.plan().spots()) {
            if (model.selection().nodes().contains(spot.id()) || spot.id().equals(grabbed)) {
                begin.put(spot.id(), spot.position());
            } else {
                others.add(spot.position());
            }
        }
        held = Optional.ofNullable(begin.get(grabbed)).orElse(new Position(0, 0));
    }

    @Override
    public void move(Point2D point) {
        if (now.isEmpty() && point.distance(start) < THRESHOLD) {
            return;
        }
        double dx = (point.getX() - start.getX()) / viewport.scale();
        double dy = (point.getY() - start.getY()) / viewport.scale();
        Snapping snapping = Snapping.of(held.plus(dx, dy), others);
        double moveX = snapping.place().x() - held.x();
        double moveY = snapping.place().y() - held.y();
        Map<NodeId, Position> places = new HashMap<>();
        begin.forEach((id, place) -> places.put(id, place.plus(moveX, moveY)));
        now = places;
        canvas.preview(places);
        guides.show(snapping);
    }

    @Override
    public void end(Point2D point) {
        guides.hide();
        model.actions().moveTo(now);
        model.endGesture();
    }

    @Override
    public void cancel() {
        guides.hide();
        canvas.endMovePreview();
    }
}
