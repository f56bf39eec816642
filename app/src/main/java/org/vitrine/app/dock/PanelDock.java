package org.vitrine.app.dock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import software.coley.bentofx.Bento;
import software.coley.bentofx.control.Header;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;

/**
 * Panels that a person can drag beside each other or into tabs. Every panel of the list is always somewhere: none can be closed
 * and lost. Where they stand is remembered, and {@link #reset} puts them back.
 *
 * <p>By keys: Tab reaches the titles, arrows go from title to title, Enter goes into the panel, Ctrl+Shift and an arrow (or the
 * menu, Shift+F10) moves the panel. The panel {@code x} has the node id {@code panel-x}, its title {@code dock-title-x}.
 */
public final class PanelDock extends BorderPane {
    private static final Duration QUIET = Duration.millis(400);

    private final Bento bento = new Bento();
    private final Map<String, DockedPanel> panels = new LinkedHashMap<>();
    private final Map<String, Dockable> dockables = new LinkedHashMap<>();
    private final DockTree tree = new DockTree(bento, dockables);
    private final DockLayout standard;
    private final DockMemory memory;
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private boolean building;

    /**
     * Shows panels as they stood last, or as the standard says.
     *
     * @param standard names each of the panels once
     */
    public PanelDock(List<DockedPanel> panels, DockLayout standard, DockMemory memory) {
        this.standard = standard;
        this.memory = memory;
        getStyleClass().add("panel-dock");
        for (DockedPanel panel : panels) {
            this.panels.put(panel.id(), panel);
            dockables.put(panel.id(), dockable(panel));
        }
        bento.events().addEventListener(this::changed);
        quiet.setOnFinished(event -> {
            // After the window was closed nobody writes settings any more.
            if (getScene() != null
                    && getScene().getWindow() != null
                    && getScene().getWindow().isShowing()) {
                remember();
            }
        });
        // Dividers tell nobody that they were dragged.
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> quiet.playFromStart());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // Another dock may stand in its place by the time that it is quiet.
        sceneProperty().addListener((observable, before, now) -> {
            if (now == null && quiet.getStatus() == Animation.Status.RUNNING) {
                quiet.stop();
                remember();
            }
        });
        apply(memory.recall().orElse(standard).fitting(standard));
    }

    private Dockable dockable(DockedPanel panel) {
        Dockable dockable = bento.dockBuilding().dockable(panel.id());
        dockable.setTitle(panel.title());
        dockable.setIconFactory(any -> new FontIcon(panel.icon()));
        dockable.setTooltip(new Tooltip(Texts.get("dock.tip")));
        dockable.setClosable(false);
        dockable.setCanBeDragged(true);
        dockable.setCanBeDroppedToNewWindow(false);
        dockable.setContextMenuFactory(any -> menu(panel.id()));
        return dockable;
    }

    /** Brings a panel to the front of its tabs. */
    public void show(String panel) {
        Dockable dockable = dockables.get(panel);
        if (dockable != null) {
            dockable.inContainer(leaf -> {
                leaf.selectDockable(dockable);
            });
        }
    }

    /** Moves a panel towards a side, as {@link DockLayout#moved} says. */
    public void move(String panel, Side side) {
        apply(standing().moved(panel, side));
        remember();
        Dockable dockable = dockables.get(panel);
        if (dockable != null) {
            dockable.inContainer(leaf -> {
                Header title = leaf.getHeader(dockable);
                if (title != null) {
                    title.requestFocus();
                }
            });
        }
    }

    /** Puts all panels back to where they stood at first. */
    public void reset() {
        memory.forget();
        apply(standard);
        quiet.stop();
    }

    /** Where the panels stand. */
    public DockLayout standing() {
        return tree.layout();
    }

    /** Moves of one panel, for its title and for whoever has a menu of their own. */
    public ContextMenu menu(String panel) {
        ContextMenu menu = new ContextMenu();
        for (Side side : List.of(Side.LEFT, Side.RIGHT, Side.TOP, Side.BOTTOM)) {
            MenuItem item = new MenuItem(Texts.get("dock.move." + side));
            item.setDisable(standing().moved(panel, side).equals(standing()));
            item.setOnAction(event -> move(panel, side));
            menu.getItems().add(item);
        }
        MenuItem reset = new MenuItem(Texts.get("dock.reset"));
        reset.setOnAction(event -> reset());
        menu.getItems().addAll(new SeparatorMenuItem(), reset);
        return menu;
    }

    private void apply(DockLayout layout) {
        building = true;
        try {
            setCenter(tree.build(layout));
            nameTitles();
        } finally {
            building = false;
        }
        layoutFronts(layout);
    }

    private void layoutFronts(DockLayout layout) {
        if (layout.kind() == DockLayout.Kind.TABS) {
            fill(layout.front());
        }
        layout.parts().forEach(this::layoutFronts);
    }

    private void fill(String panel) {
        Dockable dockable = dockables.get(panel);
        if (dockable != null && dockable.getNode() == null) {
            var node = Objects.requireNonNull(panels.get(panel)).content().get();
            if (node.getId() == null) {
                node.setId("panel-" + panel);
            }
            dockable.setNode(node);
        }
    }

    private void changed(DockEvent event) {
        if (event instanceof DockEvent.DockableSelected selected && !building) {
            fill(selected.dockable().getIdentifier());
        }
        if (!building) {
            nameTitles();
            quiet.playFromStart();
        }
    }

    private void nameTitles() {
        dockables.forEach((id, dockable) -> dockable.inContainer(leaf -> {
            Header title = leaf.getHeader(dockable);
            if (title != null) {
                title.setId("dock-title-" + id);
            }
        }));
    }

    private void remember() {
        DockLayout now = standing();
        // While a panel is dragged it is nowhere.
        if (now.all().size() == panels.size() && !now.equals(memory.recall().orElse(standard))) {
            memory.remember(now);
        }
    }

    private void key(KeyEvent event) {
        if (!(event.getTarget() instanceof Header title)) {
            return;
        }
        String panel = title.getDockable().getIdentifier();
        if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
            menu(panel).show(title, Side.BOTTOM, 0, 0);
            event.consume();
            return;
        }
        if (!event.isShortcutDown() || !event.isShiftDown()) {
            return;
        }
        Side side =
                switch (event.getCode()) {
                    case LEFT -> Side.LEFT;
                    case RIGHT -> Side.RIGHT;
                    case UP -> Side.TOP;
                    case DOWN -> Side.BOTTOM;
                    default -> null;
                };
        if (side != null) {
            move(panel, side);
            event.consume();
        }
    }
}
