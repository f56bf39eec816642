package org.vitrine.editor.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/** The mouse on the canvas: which drag begins where, and what a click chooses. */
final class PointerGestures {
    private static final double WHEEL_ZOOM = 1.0015;
    private static final double CLICK = 4;
    /** How near to an edge the mouse must be, in pixels of the screen. */
    private static final double EDGE_REACH = 6;

    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final GraphScene scene;
    private final Viewport viewport;
    private final Motion motion;
    private final ConnectMode connect;
    private final QuickConnect quick;
    private final Guides guides;
    private final Rectangle band;
    private @Nullable Drag drag;
    private Point2D pressed = Point2D.ZERO;
    private boolean spaceHeld;

    PointerGestures(
            GraphCanvas canvas,
            GraphViewModel model,
            GraphScene scene,
            Backdrop backdrop,
            Viewport viewport,
            Motion motion,
            ConnectMode connect,
            QuickConnect quick,
            Guides guides,
            Rectangle band) {
        this.canvas = canvas;
        this.model = model;
        this.scene = scene;
        this.viewport = viewport;
        this.motion = motion;
        this.connect = connect;
        this.quick = quick;
        this.guides = guides;
        this.band = band;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> backdrop.hover(edgeAt(event)));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> backdrop.hover(Optional.empty()));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, event -> {
            motion.zoom();
            viewport.zoomAt(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
    }

    void setSpaceHeld(boolean held) {
        spaceHeld = held;
    }

    /** Ends a drag without effect; false if there is none. */
    boolean cancel() {
        Drag current = drag;
        drag = null;
        if (current != null) {
            current.cancel();
        }
        return current != null;
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        cancel();
        connect.cancel();
        pressed = new Point2D(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && !spaceHeld) {
            drag = primaryDrag(event);
        } else {
            if (event.getButton() == MouseButton.SECONDARY) {
                chooseForMenu(event);
            }
            drag = new PanDrag(viewport, motion, pressed);
        }
        event.consume();
    }

    private @Nullable Drag primaryDrag(MouseEvent event) {
        boolean more = event.isShiftDown() || event.isShortcutDown();
        Node target = event.getTarget() instanceof Node node ? node : canvas;
        Optional<PortView> port = parent(target, PortView.class);
        if (port.isPresent()) {
            return portDrag(port.get());
        }
        Optional<NodeId> node = nodeAt(event);
        if (node.isPresent()) {
            return nodeDrag(node.get(), more, event.getClickCount());
        }
        Optional<Edge> edge = edgeAt(event);
        Optional<AnnotationView> annotation = parent(target, AnnotationView.class);
        if (edge.isEmpty() && annotation.isPresent()) {
            return annotationDrag(annotation.get(), target, more, event.getClickCount());
        }
        if (event.getClickCount() == 2 && !more) {
            edge.ifPresentOrElse(found -> quick.openOn(found, pressed), () -> quick.openFree(pressed));
            return null;
        }
        if (edge.isPresent()) {
            model.select(more ? model.selection().toggled(edge.get()) : Selection.of(edge.get()));
            return null;
        }
        return new BandDrag(model, scene, viewport, band, pressed, more ? model.selection() : Selection.EMPTY);
    }

    private @Nullable Drag portDrag(PortView port) {
        if (!port.isInput()) {
            return new ConnectDrag(model, scene, viewport, connect, quick, port.node(), null);
        }
        return model.document().graph().inputsOf(port.node()).stream()
                .filter(edge -> edge.port() == port.index())
                .findFirst()
                .map(edge -> new ConnectDrag(model, scene, viewport, connect, quick, edge.from(), edge))
                .orElse(null);
    }

    private @Nullable Drag annotationDrag(AnnotationView view, Node target, boolean more, int clicks) {
        NodeId id = view.annotation();
        if (more) {
            model.select(model.selection().toggledAnnotation(id));
            return null;
        }
        model.select(Selection.ofAnnotation(id));
        if (clicks == 2) {
            canvas.requests().editParameters();
            return null;
        }
        return new AnnotationDrag(model, viewport, pressed, id, view.isGrip(target));
    }

    private @Nullable Drag nodeDrag(NodeId id, boolean more, int clicks) {
        if (more) {
            model.select(model.selection().toggled(id));
            return null;
        }
        if (!model.selection().nodes().contains(id)) {
            model.select(Selection.of(id));
        }
        if (clicks == 2) {
            if (!model.enter(id)) {
                canvas.requests().editParameters();
            }
            return null;
        }
        return new MoveDrag(canvas, model, scene, viewport, guides, pressed, id);
    }

    private void chooseForMenu(MouseEvent event) {
        Optional<NodeId> node = nodeAt(event);
        Optional<Edge> edge = edgeAt(event);
        if (node.isPresent() && !model.selection().nodes().contains(node.get())) {
            model.select(Selection.of(node.get()));
        } else if (node.isEmpty() && edge.isPresent()) {
            model.select(Selection.of(edge.get()));
        } else if (node.isEmpty()) {
            Node target = event.getTarget() instanceof Node found ? found : canvas;
            model.select(parent(target, AnnotationView.class)
                    .map(view -> Selection.ofAnnotation(view.annotation()))
                    .orElse(Selection.EMPTY));
        }
    }

    private void move(MouseEvent event) {
        Drag current = drag;
        if (current != null) {
            current.move(new Point2D(event.getX(), event.getY()));
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        Drag current = drag;
        drag = null;
        Point2D point = new Point2D(event.getX(), event.getY());
        if (current != null) {
            current.end(point);
        }
        boolean click = point.distance(pressed) < CLICK;
        if (click && event.getButton() == MouseButton.SECONDARY) {
            canvas.showMenu(event.getScreenX(), event.getScreenY());
        } else if (click && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            narrow(event);
        }
        event.consume();
    }

    /** A plain click on one of several chosen nodes leaves that one chosen. */
    private void narrow(MouseEvent event) {
        if (!event.isShiftDown() && !event.isShortcutDown() && model.selection().size() > 1) {
            nodeAt(event).ifPresent(id -> model.select(Selection.of(id)));
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            motion.zoom();
            viewport.zoomAt(Math.pow(WHEEL_ZOOM, event.getDeltaY()), event.getX(), event.getY());
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            motion.pan();
            viewport.panBy(event.getDeltaY(), 0);
        } else {
            motion.pan();
            viewport.panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    /** The node under the mouse: by its view, or by its place where it is too small to have one. */
    private Optional<NodeId> nodeAt(MouseEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : canvas;
        Point2D at = viewport.toGraph(event.getX(), event.getY());
        return parent(target, NodeView.class)
                .map(NodeView::nodeId)
                .or(() -> scene.plan().nodeAt(at.getX(), at.getY(), 0).map(Spot::id));
    }

    private Optional<Edge> edgeAt(MouseEvent event) {
        Point2D at = viewport.toGraph(event.getX(), event.getY());
        return nodeAt(event).isPresent()
                ? Optional.empty()
                : scene.plan().edgeAt(at.getX(), at.getY(), EDGE_REACH / viewport.scale());
    }

    private static <T extends Node> Optional<T> parent(Node target, Class<T> type) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (type.isInstance(node)) {
                return Optional.of(type.cast(node));
            }
        }
        return Optional.empty();
    }
}
