package org.vitrine.charts.heatmap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;

/** The legend of a colour scale: its colours with the values at the ends and at zero. */
public final class ColorBar extends ChartRegion {
    private static final double THICKNESS = 12;
    private static final double GAP = 5;
    private static final double LABEL = 52;

    private final ObjectProperty<ColorScale> scale =
            new SimpleObjectProperty<>(this, "scale", new ColorScale(ColorMap.VIRIDIS, 0, 1));
    private final Orientation orientation;
    private final Canvas canvas = new Canvas();

    /** A bar with the largest value on top (vertical) or at the right (horizontal). */
    public ColorBar(Orientation orientation) {
        super("color-bar");
        this.orientation = orientation;
        getChildren().add(canvas);
        scale.addListener(observable -> requestLayout());
        describe(() -> scaleText(scale.get()));
    }

    public ObjectProperty<ColorScale> scaleProperty() {
        return scale;
    }

    /** A scale in words. */
    static String scaleText(ColorScale scale) {
        String max = Numbers.signed(scale.max(), 3);
        return scale.signed()
                ? Messages.text("heatmap.scale.diverging", Numbers.signed(scale.min(), 3), max)
                : Messages.text("heatmap.scale.sequential", max);
    }

    private boolean vertical() {
        return orientation == Orientation.VERTICAL;
    }

    private double lineHeight() {
        return Math.ceil(getFont().getSize() * 1.3);
    }

    @Override
    protected double computePrefWidth(double height) {
        return vertical() ? THICKNESS + GAP + LABEL : 160;
    }

    @Override
    protected double computePrefHeight(double width) {
        return vertical() ? 160 : THICKNESS + 2 + lineHeight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return vertical() ? computePrefWidth(height) : 80;
    }

    @Override
    protected double computeMinHeight(double width) {
        return vertical() ? 40 : computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(Font.font(getFont().getFamily(), getFont().getSize() * 0.86));
        double length = vertical() ? getHeight() : getWidth();
        ColorMap map = scale.get().map();
        for (int i = 0; i < length; i++) {
            double unit = (i + 0.5) / length;
            g.setFill(Colors.of(map.argb(vertical() ? 1 - unit : unit)));
            if (vertical()) {
                g.fillRect(0, i, THICKNESS, 1);
            } else {
                g.fillRect(i, 0, 1, THICKNESS);
            }
        }
        g.setStroke(gridColor());
        g.setLineWidth(1);
        if (vertical()) {
            g.strokeRect(0.5, 0.5, THICKNESS - 1, length - 1);
        } else {
            g.strokeRect(0.5, 0.5, length - 1, THICKNESS - 1);
        }
        labels(g, length);
    }

    private void labels(GraphicsContext g, double length) {
        ColorScale shown = scale.get();
        String low = Numbers.signed(shown.min(), 3);
        String high = Numbers.signed(shown.max(), 3);
        g.setFill(mutedColor());
        if (vertical()) {
            double x = THICKNESS + GAP;
            g.setTextAlign(TextAlignment.LEFT);
            text(g, high, x, 0, VPos.TOP);
            text(g, low, x, length, VPos.BOTTOM);
            if (shown.signed() && length > 4 * lineHeight()) {
                text(g, "0", x, length / 2, VPos.CENTER);
            }
        } else {
            double y = THICKNESS + 2;
            g.setTextAlign(TextAlignment.LEFT);
            text(g, low, 0, y, VPos.TOP);
            g.setTextAlign(TextAlignment.RIGHT);
            text(g, high, length, y, VPos.TOP);
            if (shown.signed()) {
                g.setTextAlign(TextAlignment.CENTER);
                text(g, "0", length / 2, y, VPos.TOP);
            }
        }
    }

    private static void text(GraphicsContext g, String text, double x, double y, VPos baseline) {
        g.setTextBaseline(baseline);
        g.fillText(text, x, y);
    }
}
