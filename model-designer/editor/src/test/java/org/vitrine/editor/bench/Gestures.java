package org.vitrine.editor.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.vitrine.editor.canvas.GraphCanvas;
import org.vitrine.graph.model.NodeId;

/** A hand on the canvas: the events that a mouse would send. */
final class Gestures {
    private final GraphCanvas canvas;
    private Node held;
    private Point2D at = Point2D.ZERO;

    Gestures(GraphCanvas canvas) {
        this.canvas = canvas;
        held = canvas;
    }

    void pan(double dx, double dy) {
        scroll(dx, dy, false);
    }

    void zoom(double delta) {
        scroll(0, delta, true);
    }

    private void scroll(double dx, double dy, boolean control) {
        Point2D middle = canvas.localToScene(canvas.getWidth() / 2, canvas.getHeight() / 2);
        double x = middle.getX();
        double y = middle.getY();
        Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        control,
                        false,
                        false,
                        false,
                        false,
                        dx,
                        dy,
                        dx,
                        dy,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(canvas, x, y)));
    }

    /** Takes a node. */
    void press(NodeId id) {
        Point2D place = canvas.placeOf(id).orElseThrow();
        Node view = canvas.lookup("#node-" + id);
        held = view == null || !view.isVisible() ? canvas : view;
        at = canvas.localToScene(place);
        mouse(MouseEvent.MOUSE_PRESSED, 0, 0);
    }

    void drag(double dx, double dy) {
        mouse(MouseEvent.MOUSE_DRAGGED, dx, dy);
    }

    void release() {
        mouse(MouseEvent.MOUSE_RELEASED, 0, 0);
    }

    private void mouse(EventType<MouseEvent> type, double dx, double dy) {
        double x = at.getX() + dx;
        double y = at.getY() + dy;
        Event.fireEvent(
                held,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(held, x, y)));
    }
}
