package org.vitrine.editor;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.vitrine.editor.canvas.CanvasRequests;
import org.vitrine.editor.canvas.GraphCanvas;
import org.vitrine.editor.inspector.InspectorView;
import org.vitrine.editor.layout.AutoLayout;
import org.vitrine.editor.look.Buttons;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.model.BlockShelf;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.palette.PaletteTarget;
import org.vitrine.editor.palette.PaletteView;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.problems.ProblemsView;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.library.BlockLibrary;
import org.vitrine.graph.model.Expansion;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.SpecTexts;

/** The designer stage: palette left, canvas in the middle, inspector right, problems below. F6 goes from part to part. */
public final class DesignerView extends StackPane implements CanvasRequests, PaletteTarget {
    /** Of the canvas, while a panel below it needs room. */
    private static final double ROOMY = 0.56;

    private final GraphViewModel model;
    private final GraphViewModel view;
    private final AutoLayout layout;
    private final GraphCanvas canvas;
    private final PaletteView palette;
    private final InspectorView inspector;
    private final KeysOverlay keys;
    private boolean replacing;
    private final TabPane below = new TabPane();
    private final TabPane beside = new TabPane();
    private final SplitPane middle = new SplitPane();
    private final Label ghost = new Label();
    private boolean motion = true;

    /**
     * @param background runs the automatic layout
     * @param foreground brings its result back to the FX thread
     */
    public DesignerView(GraphViewModel model, Executor background, Consumer<Runnable> foreground) {
        this(model, background, foreground, new BlockShelf(BlockLibrary.withoutFolder()), BlockSharing.NONE);
    }

    /**
     * As above.
     *
     * @param shelf the blocks that the palette offers
     * @param sharing asks for files of blocks
     */
    public DesignerView(
            GraphViewModel model,
            Executor background,
            Consumer<Runnable> foreground,
            BlockShelf shelf,
            BlockSharing sharing) {
        this.model = model;
        view = model.scope();
        layout = new AutoLayout(view, background, foreground);
        canvas = new GraphCanvas(view, this);
        palette = new PaletteView(LayerCatalogue.defaults(), this);
        BlockDesk desk = new BlockDesk(view, shelf, sharing, canvas::say, canvas::tell);
        desk.fill(palette);
        inspector = new InspectorView(view, desk, canvas::requestFocus);
        addPanel(Place.BESIDE, "inspector", Texts.text("panel.inspector"), inspector);
        addPanel(Place.BELOW, "problems", Texts.text("panel.problems"), new ProblemsView(model, this::reveal));
        getStyleClass().add("designer");
        getStylesheets().add(DesignerView.class.getResource("editor.css").toExternalForm());
        BorderPane drawing = new BorderPane(canvas, new VBox(toolBar(), new Breadcrumbs(view)), null, null, null);
        middle.getItems().setAll(drawing, below);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.84);
        SplitPane all = new SplitPane(palette, middle, beside);
        all.setDividerPositions(0.2, 0.74);
        SplitPane.setResizableWithParent(palette, false);
        SplitPane.setResizableWithParent(beside, false);
        SplitPane.setResizableWithParent(below, false);
        ghost.getStyleClass().add("palette-ghost");
        ghost.setManaged(false);
        ghost.setMouseTransparent(true);
        ghost.setVisible(false);
        keys = new KeysOverlay(canvas::requestFocus);
        getChildren().addAll(all, ghost, keys);
        addEventFilter(KeyEvent.KEY_PRESSED, this::cycle);
        model.loadsProperty().addListener((observable, before, now) -> layout.complete(canvas::open));
        view.blockProperty().addListener((observable, before, now) -> {
            canvas.open();
            layout.complete(canvas::open);
        });
        layout.complete(canvas::open);
    }

    /** The document that is edited here, with all its actions. */
    public GraphViewModel model() {
        return model;
    }

    public GraphCanvas canvas() {
        return canvas;
    }

    /** How edges run on the canvas. */
    public void setEdgeStyle(EdgeStyle style) {
        canvas.setEdgeStyle(style);
    }

    /** Whether nodes glide to their places when the graph is arranged. */
    public void setMotion(boolean wanted) {
        motion = wanted;
    }

    /** Where a panel stands around the canvas. */
    public enum Place {
        BESIDE,
        BELOW
    }

    /** Adds a tab behind those that are there. */
    public void addPanel(Place place, String id, String title, Node content) {
        TabPane panels = place == Place.BESIDE ? beside : below;
        Tab tab = new Tab(title, content);
        tab.setId("panel-" + id);
        tab.setClosable(false);
        panels.getTabs().add(tab);
    }

    /** Tells whether a panel stands in front, now and from now on; in front, a panel below the canvas gets room. */
    public void whenShown(String id, Consumer<Boolean> listener) {
        for (TabPane panels : List.of(beside, below)) {
            for (Tab tab : panels.getTabs()) {
                if (("panel-" + id).equals(tab.getId())) {
                    tab.selectedProperty().subscribe(shown -> {
                        if (shown && panels == below) {
                            middle.setDividerPositions(Math.min(middle.getDividerPositions()[0], ROOMY));
                        }
                        listener.accept(shown);
                    });
                }
            }
        }
    }

    /** Brings a panel to the front. */
    public void showPanel(String id) {
        for (TabPane panels : List.of(beside, below)) {
            panels.getTabs().stream()
                    .filter(tab -> ("panel-" + id).equals(tab.getId()))
                    .forEach(panels.getSelectionModel()::select);
        }
    }

    /** What the canvas shows: the document, or the body of one of its blocks. */
    public GraphViewModel view() {
        return view;
    }

    /**
     * Brings a node into view and chooses it.
     *
     * @param node may be inside of a block: by its path, or by its id in the flat document
     */
    public void reveal(NodeId node) {
        boolean known = model.document().graph().find(node).isPresent();
        NodeId path = known ? node : Expansion.of(model.document()).origins().getOrDefault(node, node);
        view.open(path.parent());
        view.select(Selection.of(path.last()));
        canvas.reveal(List.of(path.last()));
    }

    private ToolBar toolBar() {
        Button undo = Buttons.icon(MaterialDesignU.UNDO, Texts.text("menu.undo"), model::undo);
        undo.disableProperty().bind(model.canUndoProperty().not());
        undo.setId("undo");
        model.undoTitleProperty()
                .addListener((observable, before, now) ->
                        Buttons.explain(undo, Texts.text("menu.undoWhat", now) + "  Ctrl+Z"));
        Button redo = Buttons.icon(MaterialDesignR.REDO, Texts.text("menu.redo"), model::redo);
        redo.disableProperty().bind(model.canRedoProperty().not());
        redo.setId("redo");
        model.redoTitleProperty()
                .addListener((observable, before, now) ->
                        Buttons.explain(redo, Texts.text("menu.redoWhat", now) + "  Ctrl+Y"));
        Button delete = Buttons.icon(
                MaterialDesignT.TRASH_CAN_OUTLINE, Texts.text("menu.delete") + "  Del", view.actions()::delete);
        delete.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> view.selection().isEmpty(), view.selectionProperty()));
        Button arrange =
                Buttons.icon(MaterialDesignF.FILE_TREE_OUTLINE, Texts.text("menu.arrange") + "  Ctrl+L", this::arrange);
        Button fit =
                Buttons.icon(MaterialDesignF.FIT_TO_PAGE_OUTLINE, Texts.text("menu.fit") + "  Ctrl+0", canvas::fit);
        Button out = Buttons.icon(
                MaterialDesignM.MAGNIFY_MINUS_OUTLINE, Texts.text("menu.zoomOut") + "  -", canvas::zoomOut);
        Button in =
                Buttons.icon(MaterialDesignM.MAGNIFY_PLUS_OUTLINE, Texts.text("menu.zoomIn") + "  +", canvas::zoomIn);
        Button scale = new Button();
        scale.getStyleClass().addAll("flat", "zoom-label");
        scale.setAccessibleText(Texts.text("menu.lifeSize"));
        scale.setOnAction(event -> canvas.zoomToLifeSize());
        scale.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT, "%.0f %%", canvas.scaleProperty().get() * 100),
                        canvas.scaleProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToolBar bar = new ToolBar(
                undo,
                redo,
                new Separator(Orientation.VERTICAL),
                delete,
                arrange,
                new LayoutProgressBar(layout),
                gap,
                fit,
                out,
                scale,
                in);
        bar.getStyleClass().add("designer-tools");
        return bar;
    }

    /** F6 and Shift+F6 go round the parts, so that Tab never traps anyone. */
    private void cycle(KeyEvent event) {
        if (event.getCode() != KeyCode.F6) {
            return;
        }
        List<Runnable> parts = List.of(palette::focusSearch, canvas::requestFocus, inspector::focusParameters);
        List<Node> nodes = List.of(palette, canvas, beside);
        int now = 0;
        for (int i = 0; i < nodes.size(); i++) {
            now = nodes.get(i).isFocusWithin() ? i : now;
        }
        parts.get(Math.floorMod(now + (event.isShiftDown() ? -1 : 1), parts.size()))
                .run();
        event.consume();
    }

    @Override
    public void editParameters() {
        showPanel("inspector");
        inspector.focusParameters();
    }

    @Override
    public void editName() {
        showPanel("inspector");
        inspector.focusName();
    }

    /** The next layer that is chosen in the palette takes the place of the chosen nodes. */
    @Override
    public void replace() {
        if (!view.selection().nodes().isEmpty()) {
            setReplacing(true);
            palette.focusSearch();
        }
    }

    private void setReplacing(boolean now) {
        replacing = now;
        palette.setPrompt(Texts.text(now ? "palette.replace" : "palette.search"));
    }

    @Override
    public void help() {
        keys.open();
    }

    @Override
    public void arrange() {
        layout.arrange(before -> {
            canvas.fit();
            if (motion) {
                canvas.glide(before);
            }
        });
    }

    @Override
    public void add(LayerSpec layer) {
        if (replacing) {
            setReplacing(false);
            view.actions().blocks().replace(layer);
            canvas.requestFocus();
            return;
        }
        canvas.reveal(List.of(view.actions().add(layer)));
    }

    @Override
    public void dragged(LayerSpec layer, double sceneX, double sceneY) {
        ghost.setText(SpecTexts.title(layer));
        ghost.setGraphic(FamilyLook.graphic(layer.family()));
        ghost.getStyleClass().removeIf(style -> style.startsWith("family-"));
        ghost.getStyleClass().add(FamilyLook.styleClass(layer.family()));
        ghost.setVisible(true);
        ghost.autosize();
        var here = sceneToLocal(sceneX, sceneY);
        ghost.relocate(here.getX() - ghost.getWidth() / 2, here.getY() - ghost.getHeight() / 2);
        if (canvas.isAt(sceneX, sceneY)) {
            canvas.previewDrop(layer, sceneX, sceneY);
        } else {
            canvas.endPreview();
        }
    }

    @Override
    public void dropped(LayerSpec layer, double sceneX, double sceneY) {
        ghost.setVisible(false);
        if (canvas.isAt(sceneX, sceneY)) {
            canvas.drop(layer, sceneX, sceneY);
        } else {
            canvas.endPreview();
        }
    }

    @Override
    public void cancelled() {
        if (replacing) {
            setReplacing(false);
            canvas.requestFocus();
        }
        ghost.setVisible(false);
        canvas.endPreview();
    }
}
