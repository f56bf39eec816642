package org.vitrine.editor.canvas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.TransformChangedEvent;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.look.NodeText;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The graph, drawn and edited: nodes and edges under one transform, gestures and keys, minimap and hints. */
public final class GraphCanvas extends Region {
    private static final double ZOOM_STEP = 1.25;
    /** An opened graph is not shown smaller than this: it would be unreadable. */
    private final GraphViewModel model;

    private final CanvasRequests requests;
    private final Viewport viewport = new Viewport();
    private final GraphScene scene;
    private final Group world;
    private final AnnotationLayer annotations = new AnnotationLayer();
    private final Backdrop backdrop;
    private final Motion motion = new Motion(this::refresh);
    private final Guides guides = new Guides(viewport);
    private final Rectangle band = new Rectangle();
    private final CanvasHint hint = new CanvasHint();
    private final Label empty = new Label(Texts.text("canvas.empty"));
    private final Minimap minimap;
    private final ConnectMode connect;
    private final LayerDrop drop;
    private final QuickConnect quick;
    private final Rectangle clip = new Rectangle();
    private @Nullable ContextMenu menu;
    private boolean fitWanted = true;
    private Glide glide = new Glide(Map.of(), Map.of(), places -> {}, () -> {});
    private @Nullable Region legend;

    public GraphCanvas(GraphViewModel model, CanvasRequests requests) {
        this.model = model;
        this.requests = requests;
        scene = new GraphScene(model.state(), viewport);
        world = new Group(scene);
        backdrop = new Backdrop(viewport, scene);
        getStyleClass().add("graph-canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setClip(clip);
        connect = new ConnectMode(model, scene, hint);
        quick = new QuickConnect(this, model, scene, viewport);
        drop = new LayerDrop(model, scene, backdrop, hint);
        minimap = new Minimap(point -> viewport.centre(point.getX(), point.getY(), getWidth(), getHeight()));
        world.getTransforms().add(viewport.affine());
        world.setManaged(false);
        band.getStyleClass().add("rubber-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
        empty.getStyleClass().add("canvas-empty");
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        annotations.getTransforms().add(viewport.affine());
        getChildren().addAll(annotations, backdrop, world, guides, band, empty, hint, minimap, quick.list());
        PointerGestures gestures =
                new PointerGestures(this, model, scene, backdrop, viewport, motion, connect, quick, guides, band);
        Walk walk = new Walk(model::document, () -> model.selection().nodes());
        new CanvasKeys(this, model, walk, connect, quick, gestures);
        viewport.affine().addEventHandler(TransformChangedEvent.TRANSFORM_CHANGED, event -> {
            if (motion.isMoving()) {
                requestLayout();
            } else {
                refresh();
            }
        });
        model.stateProperty().addListener((observable, before, now) -> show(now));
        model.selectionProperty().addListener((observable, before, now) -> showSelection(now));
        model.loadsProperty().addListener((observable, before, now) -> open());
        show(model.state());
    }

    private void show(GraphState state) {
        if (connect.isActive()) {
            connect.cancel();
        }
        glide.stop();
        scene.show(state);
        annotations.show(state, scene.plan());
        showSelection(model.selection());
        empty.setVisible(state.document().graph().nodes().isEmpty());
        refresh();
    }

    private void showSelection(Selection selection) {
        scene.select(selection);
        annotations.select(selection);
        backdrop.repaint();
        String chosen = selection
                .singleNode()
                .flatMap(id -> model.document().graph().node(id))
                .map(node -> NodeText.of(node, model.state()).spoken())
                .orElseGet(() -> Texts.text("canvas.chosen", selection.size()));
        setAccessibleText(
                Texts.text("canvas.spoken", model.document().graph().nodes().size(), chosen));
    }

    /** Brings what is drawn in line with the plan and the viewport. */
    private void refresh() {
        scene.setZooming(motion.isZooming());
        boolean complete =
                scene.see(viewport.visible(getWidth(), getHeight()), Detail.at(viewport.scale()), motion.isMoving());
        if (!complete) {
            requestLayout();
        }
        backdrop.repaint();
        minimap.draw(scene.plan(), viewport, getWidth(), getHeight());
    }

    /** How edges run. */
    public void setEdgeStyle(EdgeStyle style) {
        scene.setStyle(style);
        refresh();
    }

    /** Lets nodes glide from where they were to where the document has them now. */
    public void glide(Map<NodeId, Position> before) {
        glide.stop();
        glide = new Glide(before, model.document().layout(), this::preview, this::endMovePreview);
        glide.play();
    }

    /** Shows nodes elsewhere while they are dragged. */
    void preview(Map<NodeId, Position> places) {
        scene.preview(places);
        annotations.show(model.state(), scene.plan());
        backdrop.repaint();
    }

    /** Shows nodes where the document has them again. */
    void endMovePreview() {
        scene.endPreview();
        annotations.show(model.state(), scene.plan());
        refresh();
    }

    CanvasRequests requests() {
        return requests;
    }

    /** The zoom: 1 is life size. */
    public ReadOnlyDoubleProperty scaleProperty() {
        return viewport.scaleProperty();
    }

    /** Shows the whole graph, not larger than life. */
    public void fit() {
        scene.plan().area().ifPresent(area -> viewport.fit(area, getWidth(), getHeight(), 1));
    }

    /** Shows the graph from its first layer on, at a size that can be read, when the canvas is next laid out. */
    public void open() {
        fitWanted = true;
        requestLayout();
    }

    private void fitOpened() {
        Plan plan = scene.plan();
        if (plan.area().isPresent()) {
            Box first = plan.spots().stream()
                    .map(Spot::box)
                    .min(Comparator.comparingDouble(Box::top))
                    .orElse(plan.area().get());
            viewport.open(plan.area().get(), first.centreX(), getWidth(), getHeight());
        }
    }

    public void zoomIn() {
        viewport.zoomAt(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    public void zoomOut() {
        viewport.zoomAt(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    /** Shows the graph at life size. */
    public void zoomToLifeSize() {
        viewport.zoomAt(1 / viewport.scale(), getWidth() / 2, getHeight() / 2);
    }

    /** Brings nodes into view, moving as little as needed. */
    public void reveal(Collection<NodeId> nodes) {
        if (getWidth() > 0) {
            scene.plan().area(nodes).ifPresent(area -> viewport.reveal(area, getWidth(), getHeight()));
        }
    }

    /** Where the middle of a node is, in the canvas's pixels. */
    public Optional<Point2D> placeOf(NodeId node) {
        return scene.plan()
                .spot(node)
                .map(spot -> viewport.toCanvas(spot.box().centreX(), spot.box().centreY()));
    }

    /**
     * Shows quantities at nodes, and none at others.
     *
     * @param explanation what they mean, in a corner of the canvas; null for none
     */
    public void setBadges(Map<NodeId, Badge> badges, @Nullable Region explanation) {
        scene.showBadges(badges);
        backdrop.repaint();
        if (legend != explanation) {
            getChildren().remove(legend);
            legend = explanation;
            if (explanation != null) {
                explanation.setManaged(false);
                getChildren().add(explanation);
            }
        }
        requestLayout();
    }

    /** Whether a point of the scene lies on the canvas. */
    public boolean isAt(double sceneX, double sceneY) {
        return contains(sceneToLocal(sceneX, sceneY));
    }

    /** Shows what dropping a layer here would do: the edge it would go onto lights up. */
    public void previewDrop(LayerSpec layer, double sceneX, double sceneY) {
        drop.preview(layer, graphPoint(sceneX, sceneY));
    }

    /** Ends a preview without dropping. */
    public void endPreview() {
        drop.endPreview();
    }

    /** Drops a layer: onto the edge under the point, else there. */
    public void drop(LayerSpec layer, double sceneX, double sceneY) {
        drop.drop(layer, graphPoint(sceneX, sceneY));
        requestFocus();
    }

    private Point2D graphPoint(double sceneX, double sceneY) {
        Point2D local = sceneToLocal(sceneX, sceneY);
        return viewport.toGraph(local.getX(), local.getY());
    }

    /** Says why something can not be done. */
    public void tell(String reason) {
        hint.show(reason, CanvasHint.Tone.BAD);
        requestLayout();
    }

    /** Says what was done. */
    public void say(String what) {
        hint.show(what, CanvasHint.Tone.GOOD);
        requestLayout();
    }

    /** Adds a note beside what is chosen, or in the middle of what is seen, and brings the keyboard to its text. */
    void addNote() {
        boolean beside = model.selection().singleNode().isPresent();
        Point2D middle = viewport.toGraph(getWidth() / 2, getHeight() / 2);
        model.actions()
                .notes()
                .addNote(
                        beside
                                ? Optional.empty()
                                : Optional.of(new Position(
                                        NodeMetrics.snap(middle.getX()), NodeMetrics.snap(middle.getY()))));
        requests.editParameters();
    }

    void hideHint() {
        hint.hide();
    }

    /** Opens the context menu at the chosen node, or in the middle. */
    void showMenu() {
        Point2D at = model.selection().nodes().stream()
                .findFirst()
                .flatMap(scene.plan()::spot)
                .map(spot -> viewport.toCanvas(spot.output().x(), spot.output().y()))
                .orElse(new Point2D(getWidth() / 2, getHeight() / 2));
        Point2D screen = localToScreen(at);
        showMenu(screen.getX(), screen.getY());
    }

    void showMenu(double screenX, double screenY) {
        if (menu != null) {
            menu.hide();
        }
        ContextMenu shown = CanvasMenu.of(this, model, connect, quick);
        menu = shown;
        shown.show(this, screenX, screenY);
    }

    @Override
    protected void layoutChildren() {
        boolean resized = getWidth() != clip.getWidth() || getHeight() != clip.getHeight();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        backdrop.resizeRelocate(0, 0, getWidth(), getHeight());
        double hintWidth = Math.min(hint.prefWidth(-1), getWidth() - 32);
        double hintHeight = hint.prefHeight(hintWidth);
        hint.resizeRelocate((getWidth() - hintWidth) / 2, getHeight() - hintHeight - 16, hintWidth, hintHeight);
        double emptyWidth = Math.min(empty.prefWidth(-1), getWidth() - 32);
        double emptyHeight = empty.prefHeight(emptyWidth);
        empty.resizeRelocate((getWidth() - emptyWidth) / 2, (getHeight() - emptyHeight) / 2, emptyWidth, emptyHeight);
        if (legend != null) {
            double legendHeight = legend.prefHeight(-1);
            legend.resizeRelocate(12, getHeight() - legendHeight - 12, legend.prefWidth(-1), legendHeight);
        }
        quick.layout();
        minimap.relocate(getWidth() - Minimap.WIDTH - 12, getHeight() - Minimap.HEIGHT - 12);
        // A graph that nobody moved yet stays in the middle of a window that changes its size.
        if ((fitWanted || (resized && viewport.isAsOpened())) && getWidth() > 0 && getHeight() > 0) {
            fitWanted = false;
            fitOpened();
        }
        refresh();
    }
}
