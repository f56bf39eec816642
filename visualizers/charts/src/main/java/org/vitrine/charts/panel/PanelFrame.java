package org.vitrine.charts.panel;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.charts.i18n.Messages;

/** A panel with its title and a menu that writes what it shows. */
public final class PanelFrame extends BorderPane {
    private final Panel panel;

    /** Asks where to write, and writes. */
    @FunctionalInterface
    public interface Exports {
        void write(Panel panel, PanelFormat format);
    }

    public PanelFrame(Panel panel, Exports exports) {
        this.panel = panel;
        getStyleClass().add("panel-frame");
        setId("panel-" + panel.id());
        Label title = new Label(panel.title());
        title.getStyleClass().add("panel-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, menu(exports));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        setTop(head);
        setCenter(panel.node());
    }

    /** What is in the frame. */
    public Panel panel() {
        return panel;
    }

    private MenuButton menu(Exports exports) {
        MenuButton menu = new MenuButton("", new FontIcon("mdi2t-tray-arrow-down"));
        menu.setId("export-" + panel.id());
        menu.getStyleClass().addAll("panel-export", "flat");
        menu.setTooltip(new Tooltip(Messages.text("panel.export")));
        menu.setAccessibleText(Messages.text("panel.export.spoken", panel.title()));
        Map<PanelFormat, MenuItem> items = new EnumMap<>(PanelFormat.class);
        for (PanelFormat format : PanelFormat.values()) {
            MenuItem item = new MenuItem(Messages.text("panel.export." + format.extension()));
            item.setId("export-" + panel.id() + "-" + format.extension());
            item.setOnAction(event -> exports.write(panel, format));
            items.put(format, item);
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> {
            PanelFile file = PanelFile.of(panel);
            items.forEach((format, item) -> item.setDisable(!file.has(format)));
        });
        return menu;
    }
}
