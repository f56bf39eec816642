package org.vitrine.editor.canvas;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.vitrine.editor.model.NodeMetrics;

/** Draws a {@link Badge} over a node: the tint, and the text on its upper rim. */
final class BadgeView extends Pane {
    private static final double STRONGEST = 0.4;

    private final Region tint = new Region();
    private final Label text = new Label();

    BadgeView() {
        setManaged(false);
        setMouseTransparent(true);
        resize(NodeMetrics.WIDTH, NodeMetrics.HEIGHT);
        tint.setManaged(false);
        tint.resizeRelocate(5, 1, NodeMetrics.WIDTH - 6, NodeMetrics.HEIGHT - 2);
        text.getStyleClass().add("node-quantity");
        text.setManaged(false);
        getChildren().addAll(tint, text);
    }

    /** The colour that a quantity lays over a node: vermilion, the stronger the larger it is. */
    static Color tint(Badge badge) {
        return Color.web("#d55e00", STRONGEST * Math.max(0, Math.min(1, badge.heat())));
    }

    void show(Badge badge) {
        tint.setBackground(new Background(new BackgroundFill(tint(badge), new CornerRadii(7), Insets.EMPTY)));
        text.setText(badge.text());
        text.setAccessibleText(badge.spoken());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = text.prefWidth(-1);
        double height = text.prefHeight(-1);
        text.resizeRelocate(NodeMetrics.WIDTH - width - 10, -height / 2, width, height);
    }
}
