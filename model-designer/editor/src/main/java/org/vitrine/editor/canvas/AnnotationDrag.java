package org.vitrine.editor.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;

/** Moves or resizes a note, or moves the nodes in a frame, on the grid. One step of undo. */
final class AnnotationDrag implements Drag {
    private final GraphViewModel model;
    private final Viewport viewport;
    private final Point2D start;
    private final boolean resizing;
    private final Optional<Note> note;
    private final Map<NodeId, Position> members = new HashMap<>();

    AnnotationDrag(GraphViewModel model, Viewport viewport, Point2D start, NodeId id, boolean resizing) {
        this.model = model;
        this.viewport = viewport;
        this.start = start;
        this.resizing = resizing;
        note = model.actions().notes().note(id);
        Optional<Frame> frame = model.actions().notes().frame(id);
        frame.ifPresent(found -> {
            members.putAll(model.document().layout());
            members.keySet().retainAll(found.members());
        });
        model.endGesture();
    }

    @Override
    public void move(Point2D point) {
        double dx = NodeMetrics.snap((point.getX() - start.getX()) / viewport.scale());
        double dy = NodeMetrics.snap((point.getY() - start.getY()) / viewport.scale());
        note.ifPresent(begun -> {
            if (resizing) {
                model.actions().notes().resize(begun.id(), begun.width() + dx, begun.height() + dy);
            } else {
                model.actions().notes().moveTo(begun.id(), begun.position().plus(dx, dy));
            }
        });
        Map<NodeId, Position> moved = new HashMap<>(members);
        moved.replaceAll((member, place) -> place.plus(dx, dy));
        model.actions().moveTo(moved);
    }

    @Override
    public void end(Point2D point) {
        model.endGesture();
    }

    @Override
    public void cancel() {
        move(start);
        model.endGesture();
    }
}
