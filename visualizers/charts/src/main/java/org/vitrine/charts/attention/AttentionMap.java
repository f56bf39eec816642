package org.vitrine.charts.attention;

import java.awt.image.BufferedImage;
import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Attention weights as a map: a row for each step that looks, a column for each that is looked at, from zero to the largest weight.
 *
 * @param weights [query, key]
 * @param queries names of the rows
 * @param keys names of the columns
 */
public record AttentionMap(Tensor weights, List<String> queries, List<String> keys, String rowTitle, String columnTitle)
        implements Figure {
    private static final double SIZE = 11;
    private static final double EDGE = 8;
    private static final double NAMES = 84;
    private static final double BAR = 12;
    private static final double LEGEND = 60;
    private static final double LEAST_CELL = SIZE + 1;

    public AttentionMap {
        queries = List.copyOf(queries);
        keys = List.copyOf(keys);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        int rows = weights.shape()[0];
        int columns = weights.shape()[1];
        double left = EDGE + SIZE + 6 + longest(sheet, queries);
        double top = EDGE + SIZE + 6 + longest(sheet, keys);
        double cell = Math.min((width - left - LEGEND) / columns, (height - top - EDGE) / rows);
        if (cell <= 0) {
            return;
        }
        float most = 0;
        for (float weight : weights.values()) {
            most = Math.max(most, weight);
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < weights.size(); i++) {
            image.setRGB(i % columns, i / columns, ColorMap.VIRIDIS.argb(most == 0 ? 0 : weights.values()[i] / most));
        }
        sheet.begin("weights");
        sheet.paint(image, left, top, cell * columns, cell * rows);
        sheet.end();
        int step = (int) Math.ceil(LEAST_CELL / cell);
        for (int row = 0; row < rows; row += step) {
            sheet.write(new Words(
                    sheet.fitted(queries.get(row), SIZE, false, NAMES),
                    left - 6,
                    top + (row + 0.5) * cell + SIZE / 3,
                    Anchor.END,
                    SIZE,
                    false,
                    theme.text()));
        }
        for (int column = 0; column < columns; column += step) {
            sheet.write(new Words(
                    sheet.fitted(keys.get(column), SIZE, false, NAMES),
                    left + (column + 0.5) * cell + SIZE / 3,
                    top - 6,
                    Anchor.START,
                    SIZE,
                    false,
                    theme.text(),
                    true));
        }
        sheet.write(new Words(
                rowTitle, EDGE + SIZE, top + cell * rows / 2, Anchor.MIDDLE, SIZE, false, theme.muted(), true));
        sheet.write(new Words(columnTitle, left, EDGE + SIZE, Anchor.START, SIZE, false, theme.muted()));
        legend(sheet, theme, left + cell * columns + 12, top, Math.min(160, cell * rows), most);
    }

    /** The length of the longest name, within bounds. */
    private static double longest(Sheet sheet, List<String> names) {
        double most = names.stream()
                .mapToDouble(name -> sheet.width(name, SIZE, false))
                .max()
                .orElse(0);
        return Math.min(NAMES, most + 6);
    }

    private static void legend(Sheet sheet, Theme theme, double x, double top, double height, float most) {
        int parts = 64;
        BufferedImage ramp = new BufferedImage(1, parts, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < parts; i++) {
            ramp.setRGB(0, i, ColorMap.VIRIDIS.argb(1 - i / (parts - 1.0)));
        }
        sheet.begin("legend");
        sheet.paint(ramp, x, top, BAR, height);
        sheet.write(new Words(
                Numbers.significant(most, 2), x + BAR + 4, top + SIZE, Anchor.START, SIZE, false, theme.muted()));
        sheet.write(new Words("0", x + BAR + 4, top + height, Anchor.START, SIZE, false, theme.muted()));
        sheet.end();
    }
}
