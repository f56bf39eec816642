package org.vitrine.charts.activations;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.MovedSheet;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** What leaves each layer for one example: small pictures with names, in the order of computation. */
public record LayersFigure(List<Layer> layers) implements Figure {
    private static final double SIZE = 11;
    private static final double EDGE = 8;
    private static final double GAP = 12;
    private static final double CAPTION = 32;
    private static final double LEAST = 92;

    /**
     * A layer.
     *
     * @param note stands under its name, small
     */
    public record Layer(String name, String note, Tensor values) {}

    public LayersFigure {
        layers = List.copyOf(layers);
    }

    /** How high the figure should be at this width for pictures of a good size. */
    @Override
    public double height(double width) {
        int across = across(width);
        int rows = (layers.size() + across - 1) / across;
        return EDGE + rows * (LEAST + CAPTION + GAP);
    }

    private int across(double width) {
        int most = (int) Math.max(1, Math.floor((width - 2 * EDGE + GAP) / (LEAST + GAP)));
        return Math.max(1, Math.min(most, layers.size()));
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        if (layers.isEmpty()) {
            return;
        }
        int across = across(width);
        int rows = (layers.size() + across - 1) / across;
        double each = (width - 2 * EDGE + GAP) / across - GAP;
        double down = (height - EDGE) / rows - GAP - CAPTION;
        if (each < 8 || down < 8) {
            return;
        }
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            double x = EDGE + i % across * (each + GAP);
            int row = i / across;
            double y = EDGE + row * (down + CAPTION + GAP);
            sheet.begin(layer.name());
            sheet.write(new Words(
                    sheet.fitted(layer.name(), SIZE, true, each), x, y + SIZE, Anchor.START, SIZE, true, theme.text()));
            sheet.write(new Words(
                    sheet.fitted(layer.note(), SIZE - 1, false, each),
                    x,
                    y + 2 * SIZE + 3,
                    Anchor.START,
                    SIZE - 1,
                    false,
                    theme.muted()));
            new ActivationFigure(layer.values(), -1).draw(new MovedSheet(sheet, x, y + CAPTION), each, down, theme);
            sheet.end();
        }
    }
}
