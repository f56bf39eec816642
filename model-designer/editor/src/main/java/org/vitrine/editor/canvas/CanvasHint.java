package org.vitrine.editor.canvas;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** One line at the foot of the canvas that says what the current gesture does. */
final class CanvasHint extends Label {

    /** How the line is coloured. */
    enum Tone {
        PLAIN,
        GOOD,
        WARNING,
        BAD
    }

    CanvasHint() {
        getStyleClass().add("canvas-hint");
        setMouseTransparent(true);
        setVisible(false);
        setWrapText(true);
    }

    void show(String text, Tone tone) {
        setText(text);
        for (Tone other : Tone.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(other.name().toLowerCase(Locale.ROOT)), other == tone);
        }
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
