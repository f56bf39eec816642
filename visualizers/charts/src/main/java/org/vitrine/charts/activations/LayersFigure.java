package org.vitrine.charts.activations;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Letters;
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
    private static final double LINE = 13;
    /** Where a note may go on in a second line. */
    private static final String BREAK = " \u00b7 ";

    private static final double LEAST = 92;

    /**
     * A layer.
     *
     * @param note stands under its name, small; in two lines at its first middle dot if it is too long for one
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
        return EDGE + rows * (LEAST + caption(each(width, across)) + GAP);
    }

    private static double each(double width, int across) {
        return (width - 2 * EDGE + GAP) / across - GAP;
    }

    /** Of all layers one height, so that their pictures lie in a row. */
    private double caption(double each) {
        boolean fits = layers.stream().allMatch(layer -> fits(layer.note(), each));
        return fits ? CAPTION : CAPTION + LINE;
    }

    private static boolean fits(String note, double each) {
        return !note.contains(BREAK) || Letters.of(false).width(note, SIZE - 1) <= each;
    }

    /** A note in as many lines as it needs. */
    private static List<String> lines(String note, double each) {
        int at = note.indexOf(BREAK);
        return fits(note, each) ? List.of(note) : List.of(note.substring(0, at), note.substring(at + BREAK.length()));
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
        double each = each(width, across);
        double caption = caption(each);
        double down = (height - EDGE) / rows - GAP - caption;
        if (each < 8 || down < 8) {
            return;
        }
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            double x = EDGE + i % across * (each + GAP);
            int row = i / across;
            double y = EDGE + row * (down + caption + GAP);
            sheet.begin(layer.name());
            sheet.write(new Words(
                    sheet.fitted(layer.name(), SIZE, true, each), x, y + SIZE, Anchor.START, SIZE, true, theme.text()));
            double base = y + 2 * SIZE + 3;
            for (String line : lines(layer.note(), each)) {
                String fitted = sheet.fitted(line, SIZE - 1, false, each);
                sheet.write(new Words(fitted, x, base, Anchor.START, SIZE - 1, false, theme.muted()));
                base += LINE;
            }
            new ActivationFigure(layer.values(), -1).draw(new MovedSheet(sheet, x, y + caption), each, down, theme);
            sheet.end();
        }
    }
}
