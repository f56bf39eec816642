package org.vitrine.charts.evaluation;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.Palette;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A confusion matrix: counts by true class (rows) and predicted class (columns), the darker the greater their share of the row.
 *
 * @param chosenActual row of the cell that is looked at, or -1
 * @param chosenPredicted its column
 */
public record MatrixFigure(
        ClassificationMetrics metrics,
        List<String> names,
        String actualName,
        String predictedName,
        int chosenActual,
        int chosenPredicted)
        implements Figure {
    private static final double TOP = 44;
    private static final double LEAST_TEXT = 15;

    public MatrixFigure {
        names = List.copyOf(names);
    }

    private double left() {
        int longest = names.stream().mapToInt(String::length).max().orElse(1);
        return Math.min(130, 30 + 6.5 * longest);
    }

    private double cell(double width, double height) {
        return Math.max(
                2, Math.min(96, Math.min((width - left() - 8) / names.size(), (height - TOP - 8) / names.size())));
    }

    /** The cell [actual, predicted] at a place, or [-1, -1]. */
    public int[] at(double x, double y, double width, double height) {
        double cell = cell(width, height);
        int column = (int) Math.floor((x - left()) / cell);
        int row = (int) Math.floor((y - TOP) / cell);
        boolean inside = row >= 0 && column >= 0 && row < names.size() && column < names.size();
        return inside ? new int[] {row, column} : new int[] {-1, -1};
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double cell = cell(width, height);
        double left = left();
        double all = cell * names.size();
        double size = Math.max(7, Math.min(PlotArea.TEXT, cell * 0.36));
        sheet.write(new Words(predictedName, left + all / 2, 13, Anchor.MIDDLE, PlotArea.TEXT, false, theme.muted()));
        sheet.write(new Words(
                sheet.fitted(actualName, PlotArea.TEXT, false, all),
                12,
                TOP + all / 2,
                Anchor.MIDDLE,
                PlotArea.TEXT,
                false,
                theme.muted(),
                true));
        for (int k = 0; k < names.size(); k++) {
            if (cell >= 8) {
                String row = sheet.fitted(names.get(k), size, false, left - 26);
                sheet.write(
                        new Words(row, left - 6, TOP + cell * (k + 0.5) + 4, Anchor.END, size, false, theme.text()));
                String column = sheet.fitted(names.get(k), size, false, Math.max(12, cell - 2));
                sheet.write(
                        new Words(column, left + cell * (k + 0.5), TOP - 8, Anchor.MIDDLE, size, false, theme.text()));
            }
            for (int p = 0; p < names.size(); p++) {
                draw(sheet, theme, k, p, left + p * cell, TOP + k * cell, cell, size);
            }
        }
        if (chosenActual >= 0 && chosenPredicted >= 0) {
            Rectangle2D frame =
                    new Rectangle2D.Double(left + chosenPredicted * cell, TOP + chosenActual * cell, cell, cell);
            sheet.stroke(frame, Palette.argb(3, theme.dark()), Pen.of(2.5));
        }
    }

    private void draw(
            Sheet sheet, Theme theme, int actual, int predicted, double x, double y, double cell, double size) {
        ColorMap map = theme.dark() ? ColorMap.BLUES_DARK : ColorMap.BLUES;
        int colour = map.argb(metrics.rowShare(actual, predicted));
        sheet.fillBox(x + 0.5, y + 0.5, cell - 1, cell - 1, colour);
        long count = metrics.count(actual, predicted);
        if (count > 0 && cell >= LEAST_TEXT) {
            String text = sheet.fitted(Numbers.count(count), size, false, cell);
            sheet.write(new Words(
                    text, x + cell / 2, y + cell / 2 + size * 0.36, Anchor.MIDDLE, size, false, Argb.textOn(colour)));
        }
    }
}
