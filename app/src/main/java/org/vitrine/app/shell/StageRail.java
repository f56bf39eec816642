package org.vitrine.app.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail at the left: one button a stage. */
final class StageRail extends VBox {
    private final Map<StageId, ToggleButton> buttons = new EnumMap<>(StageId.class);

    StageRail(ObjectProperty<StageId> stage) {
        getStyleClass().add("stage-rail");
        ToggleGroup group = new ToggleGroup();
        for (StageId id : StageId.values()) {
            ToggleButton button = new ToggleButton(id.title(), new FontIcon(id.icon()));
            button.setId("stage-" + id.name().toLowerCase(java.util.Locale.ROOT));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(true);
            button.getStyleClass().add("stage-button");
            button.setTooltip(new Tooltip(id.title() + "  (" + id.keys() + ")"));
            button.setOnAction(event -> stage.set(id));
            buttons.put(id, button);
            getChildren().add(button);
        }
        stage.subscribe(id -> {
            ToggleButton chosen = buttons.get(id);
            if (chosen != null) {
                chosen.setSelected(true);
            }
        });
    }
}
