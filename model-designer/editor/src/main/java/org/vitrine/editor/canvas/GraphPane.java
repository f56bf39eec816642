package org.vitrine.editor.canvas;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.vitrine.editor.look.NodeText;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/**
 * A graph as the canvas draws it, to look at: a layer is chosen by mouse or arrow keys, and nothing can be changed. It is as wide as
 * the pane while its names can be read; what does not fit is reached by dragging, the wheel, or by choosing.
 */
public final class GraphPane extends Region {
    private static final PseudoClass PLAYING = PseudoClass.getPseudoClass("playing");
    private static final double SMALLEST = 0.5;
    private static final double MARGIN = 12;
    /** What is marked is larger than a layer by so much. */
    private static final double RIM = 6;

    private static final double ZOOM_STEP = 1.2;
    private static final double WHEEL_ZOOM = 1.002;
    private static final double CLICK = 4;

    private final GraphState state;
    private final Consumer<NodeId> choose;
    private final Viewport viewport = new Viewport();
    private final GraphScene scene;
    private final Backdrop backdrop;
    private final Rectangle clip = new Rectangle();
    private final Walk walk;
    private Optional<NodeId> chosen = Optional.empty();
    private Point2D pressed = Point2D.ZERO;
    private Point2D dragged = Point2D.ZERO;
    private double fittedWidth;
    private double fittedHeight;
    /** Whether somebody looks elsewhere, so that the graph stays where it is. */
    private boolean moved;

    /** @param choose called with a layer that is clicked, or reached by keys */
    public GraphPane(GraphState state, Consumer<NodeId> choose) {
        this.state = state;
        this.choose = choose;
        scene = new GraphScene(state, viewport);
        backdrop = new Backdrop(viewport, scene);
        walk = new Walk(state::document, () -> chosen.map(Set::of).orElse(Set.of()));
        Group world = new Group(scene);
        world.getTransforms().add(viewport.affine());
        world.setManaged(false);
        world.setMouseTransparent(true);
        getStyleClass().addAll("graph-canvas", "graph-pane");
        getStylesheets()
                .add(Objects.requireNonNull(GraphPane.class.getResource("/org/vitrine/editor/editor.css"))
                        .toExternalForm());
        setId("graph-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setClip(clip);
        setMinSize(120, 80);
        setPrefSize(250, 400);
        getChildren().addAll(backdrop, world);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        scene.show(state);
        choose(Optional.empty());
    }

    /** Marks a layer with the edges into it, and brings it into view. */
    public void choose(Optional<NodeId> layer) {
        chosen = layer.filter(id -> scene.plan().spot(id).isPresent());
        Set<Edge> edges = chosen.map(id -> Set.copyOf(state.document().graph().inputsOf(id)))
                .orElse(Set.of());
        scene.select(new Selection(chosen.stream().collect(Collectors.toSet()), edges));
        String spoken = chosen.flatMap(id -> state.document().graph().node(id))
                .map(node -> NodeText.of(node, state).spoken())
                .orElse("");
        setAccessibleText(
                Texts.text("canvas.spoken", state.document().graph().nodes().size(), spoken));
        if (getWidth() > 0) {
            chosen.ifPresent(id -> reveal(scene.plan().at(id).box()));
        }
        refresh();
    }

    /** Moves as little as needed to show a layer, with the beginning of those around it. */
    private void reveal(Box layer) {
        Point2D first = viewport.toCanvas(layer.left(), layer.top());
        Point2D last = viewport.toCanvas(layer.right(), layer.bottom());
        viewport.panBy(
                shift(first.getX(), last.getX(), getWidth(), RIM),
                shift(first.getY(), last.getY(), getHeight(), NodeMetrics.HEIGHT * viewport.scale()));
    }

    private static double shift(double low, double high, double size, double room) {
        double margin = Math.max(0, Math.min(room, (size - high + low) / 2));
        return low < margin ? margin - low : Math.min(0, size - margin - high);
    }

    /** Whether the chosen layer is lit, as while one layer after the other computes. */
    public void setPlaying(boolean playing) {
        pseudoClassStateChanged(PLAYING, playing);
    }

    /** Where the middle of a layer is, in the pane's pixels. */
    public Optional<Point2D> placeOf(NodeId layer) {
        return scene.plan()
                .spot(layer)
                .map(spot -> viewport.toCanvas(spot.box().centreX(), spot.box().centreY()));
    }

    private void refresh() {
        scene.see(viewport.visible(getWidth(), getHeight()), Detail.at(viewport.scale()), false);
        backdrop.repaint();
    }

    /** As wide as the pane, the chosen layer in view. */
    private void fit() {
        fittedWidth = getWidth();
        fittedHeight = getHeight();
        Optional<Box> all = scene.plan().area();
        if (all.isEmpty()) {
            return;
        }
        Box area = all.get();
        double across = (getWidth() - 2 * MARGIN) / area.width();
        viewport.zoomAt(Math.max(SMALLEST, Math.min(1, across)) / viewport.scale(), 0, 0);
        Box at = chosen.map(id -> scene.plan().at(id).box())
                .orElse(new Box(area.left(), area.top(), area.right(), area.top()));
        viewport.centre(
                middle(area.left(), area.right(), at.centreX(), getWidth()),
                middle(area.top(), area.bottom(), at.centreY(), getHeight()),
                getWidth(),
                getHeight());
    }

    /** What is to be in the middle: all of it if that fits, else the wanted place, without blank beyond the ends. */
    private double middle(double low, double high, double wanted, double size) {
        double half = (size / 2 - MARGIN) / viewport.scale();
        return high - low <= 2 * half ? (low + high) / 2 : Math.max(low + half, Math.min(high - half, wanted));
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressed = new Point2D(event.getX(), event.getY());
        dragged = pressed;
        event.consume();
    }

    private void drag(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        if (now.distance(pressed) >= CLICK || moved) {
            pan(now.getX() - dragged.getX(), now.getY() - dragged.getY());
            dragged = now;
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (pressed.distance(event.getX(), event.getY()) < CLICK) {
            Point2D at = viewport.toGraph(event.getX(), event.getY());
            scene.plan().nodeAt(at.getX(), at.getY(), 0).map(Spot::id).ifPresent(choose);
        }
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom(Math.pow(WHEEL_ZOOM, event.getDeltaY()), event.getX(), event.getY());
        } else {
            pan(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void pan(double dx, double dy) {
        moved = true;
        viewport.panBy(dx, dy);
        refresh();
    }

    private void zoom(double factor, double x, double y) {
        moved = true;
        viewport.zoomAt(factor, x, y);
        refresh();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP, DOWN, LEFT, RIGHT -> walk.towards(event.getCode()).ifPresent(choose);
            case HOME -> walk.first().ifPresent(choose);
            case END -> walk.last().ifPresent(choose);
            case PLUS, EQUALS, ADD -> zoom(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
            case DIGIT0, NUMPAD0 -> {
                moved = false;
                fit();
                refresh();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        backdrop.resizeRelocate(0, 0, getWidth(), getHeight());
        if (getWidth() != fittedWidth || getHeight() != fittedHeight) {
            if (!moved) {
                fit();
            }
            refresh();
        }
    }
}
