package org.vitrine.editor.canvas;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The theme's colours for what is painted rather than made of nodes: each is asked of a tiny node that is styled. */
final class Paints extends Group {
    private final Rectangle edge = probe("edge");
    private final Rectangle strong = probe("strong");
    private final Rectangle muted = probe("muted");
    private final Rectangle accent = probe("accent");
    private final Rectangle paper = probe("paper");
    private final Rectangle body = probe("body");
    private final Rectangle border = probe("border");
    private final Rectangle error = probe("error");
    private final Rectangle warning = probe("warning");
    private final Text text = new Text("x");

    /** @param changed called when the theme changes a colour */
    Paints(Runnable changed) {
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
        text.getStyleClass().add("paint-text");
        getChildren().addAll(edge, strong, muted, accent, paper, body, border, error, warning, text);
        paper.fillProperty().addListener((observable, before, now) -> changed.run());
        text.fontProperty().addListener((observable, before, now) -> changed.run());
    }

    private static Rectangle probe(String name) {
        Rectangle probe = new Rectangle(1, 1, Color.GRAY);
        probe.getStyleClass().add("paint-" + name);
        return probe;
    }

    Paint edge() {
        return edge.getFill();
    }

    Paint strong() {
        return strong.getFill();
    }

    Paint muted() {
        return muted.getFill();
    }

    Paint accent() {
        return accent.getFill();
    }

    Paint paper() {
        return paper.getFill();
    }

    Paint body() {
        return body.getFill();
    }

    Paint border() {
        return border.getFill();
    }

    Paint error() {
        return error.getFill();
    }

    Paint warning() {
        return warning.getFill();
    }

    String fontFamily() {
        return text.getFont().getFamily();
    }
}
