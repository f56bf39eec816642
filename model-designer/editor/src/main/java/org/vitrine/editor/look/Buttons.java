package org.vitrine.editor.look;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the buttons of the designer. */
public final class Buttons {
    private Buttons() {}

    /** A flat button with an icon; the text is its tooltip and what a screen reader says. */
    public static Button icon(Ikon icon, String text, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setOnAction(event -> action.run());
        explain(button, text);
        return button;
    }

    /** Gives an icon button another text. */
    public static void explain(Button button, String text) {
        button.setAccessibleText(text);
        Tooltip tooltip = button.getTooltip();
        if (tooltip == null) {
            button.setTooltip(new Tooltip(text));
        } else {
            tooltip.setText(text);
        }
    }
}
