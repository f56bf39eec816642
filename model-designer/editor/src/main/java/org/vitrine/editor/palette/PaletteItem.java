package org.vitrine.editor.palette;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.look.LayerWords;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.parameter.SpecTexts;

/** One layer in the palette: a click adds it, a drag places it. Plain mouse gestures, no platform drag and drop. */
final class PaletteItem extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double THRESHOLD = 6;

    private final LayerSpec layer;
    private final PaletteTarget target;
    private double pressX;
    private double pressY;
    private boolean pressed;
    private boolean dragging;

    PaletteItem(LayerSpec layer, PaletteTarget target) {
        this.layer = layer;
        this.target = target;
        getStyleClass().addAll("palette-item", FamilyLook.styleClass(layer.family()));
        setId("palette-" + (layer instanceof Block block ? FreeNames.forText(block.name(), "block") : layer.type()));
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(SpecTexts.title(layer) + ". " + summary(layer));
        Label title = new Label(SpecTexts.title(layer), FamilyLook.graphic(layer.family()));
        title.getStyleClass().add("palette-title");
        // Where the palette is narrow, a long name takes two lines.
        title.setWrapText(true);
        getChildren().add(title);
        Tooltip tooltip = new Tooltip(SpecTexts.title(layer) + "\n" + help(layer));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDelay(Duration.millis(600));
        Tooltip.install(this, tooltip);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && dragging) {
                cancel();
                event.consume();
            }
        });
    }

    private static String summary(LayerSpec layer) {
        return layer instanceof Block ? LayerWords.brief(layer) : SpecTexts.summary(layer);
    }

    private static String help(LayerSpec layer) {
        return layer instanceof Block ? LayerWords.brief(layer) : SpecTexts.help(layer);
    }

    LayerSpec layer() {
        return layer;
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    private void press(MouseEvent event) {
        pressed = event.getButton() == MouseButton.PRIMARY;
        dragging = false;
        pressX = event.getSceneX();
        pressY = event.getSceneY();
        event.consume();
    }

    private void drag(MouseEvent event) {
        boolean far = Math.hypot(event.getSceneX() - pressX, event.getSceneY() - pressY) > THRESHOLD;
        if (pressed && (dragging || far)) {
            dragging = true;
            target.dragged(layer, event.getSceneX(), event.getSceneY());
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (dragging) {
            target.dropped(layer, event.getSceneX(), event.getSceneY());
        } else if (pressed) {
            target.add(layer);
        }
        pressed = false;
        dragging = false;
        event.consume();
    }

    /** Gives a drag up; its release does nothing any more. */
    void cancel() {
        if (dragging) {
            dragging = false;
            pressed = false;
            target.cancelled();
        }
    }
}
