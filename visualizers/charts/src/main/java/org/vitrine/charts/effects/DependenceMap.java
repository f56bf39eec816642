package org.vitrine.charts.effects;

import org.vitrine.charts.evaluation.PlotArea;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Answers for each pair of values of two columns, as colours with a legend.
 *
 * @param across the first column
 * @param down the second; its least value is at the bottom
 * @param answers [values across][values down]
 */
public record DependenceMap(ValueAxis across, ValueAxis down, double[][] answers, String answerName) implements Figure {
    private static final double LEFT = 92;
    private static final double BOTTOM = 42;
    private static final double TOP = 12;
    private static final double LEAST_LABEL = 44;

    private double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double[] row : answers) {
            for (double value : row) {
                least = Math.min(least, value);
            }
        }
        return least;
    }

    private double most() {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : answers) {
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        return most;
    }

    /** The pair of values at a place of a figure of this size: their numbers, or [-1, -1]. */
    public int[] at(double x, double y, double width, double height) {
        int i = (int) Math.floor((x - LEFT) / cellWidth(width));
        int k = down.values().size() - 1 - (int) Math.floor((y - TOP) / cellHeight(height));
        boolean inside = i >= 0
                && i < across.values().size()
                && k >= 0
                && k < down.values().size();
        return inside ? new int[] {i, k} : new int[] {-1, -1};
    }

    private double cellWidth(double width) {
        return Math.max(1, (width - LEFT - ColourLegend.WIDTH) / across.values().size());
    }

    private double cellHeight(double height) {
        return Math.max(1, (height - TOP - BOTTOM) / down.values().size());
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double least = least();
        double most = most();
        ColorScale scale = new ColorScale(ColorMap.VIRIDIS, least, most > least ? most : least + 1);
        double cellWidth = cellWidth(width);
        double cellHeight = cellHeight(height);
        int columns = across.values().size();
        int rows = down.values().size();
        sheet.begin("answers");
        for (int i = 0; i < columns; i++) {
            for (int k = 0; k < rows; k++) {
                sheet.fillBox(
                        LEFT + i * cellWidth,
                        TOP + (rows - 1 - k) * cellHeight,
                        cellWidth + 0.5,
                        cellHeight + 0.5,
                        scale.argb(answers[i][k]));
            }
        }
        sheet.end();
        double bottom = TOP + rows * cellHeight;
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns; i++) {
            String label = sheet.fitted(label(across, i), PlotArea.TEXT, false, Math.max(LEAST_LABEL, cellWidth - 6));
            double middle = LEFT + (i + 0.5) * cellWidth;
            double half = sheet.width(label, PlotArea.TEXT, false) / 2;
            if (middle - half > free) {
                sheet.write(new Words(label, middle, bottom + 15, Anchor.MIDDLE, PlotArea.TEXT, false, theme.muted()));
                free = middle + half + 8;
            }
        }
        int stride = (int) Math.ceil((PlotArea.TEXT + 4) / cellHeight);
        for (int k = 0; k < rows; k += stride) {
            String label = sheet.fitted(label(down, k), PlotArea.TEXT, false, LEFT - 34);
            double middle = TOP + (rows - k - 0.5) * cellHeight;
            sheet.write(new Words(label, LEFT - 6, middle + 4, Anchor.END, PlotArea.TEXT, false, theme.muted()));
        }
        names(sheet, theme, LEFT + columns * cellWidth / 2, bottom, TOP + rows * cellHeight / 2, height);
        ColourLegend.draw(sheet, theme, scale, answerName, LEFT + columns * cellWidth, TOP, bottom);
    }

    private static String label(ValueAxis axis, int index) {
        return axis.labels().isEmpty()
                ? Numbers.significant(axis.values().get(index), 4)
                : axis.labels().get(index);
    }

    private void names(Sheet sheet, Theme theme, double middle, double bottom, double centre, double height) {
        sheet.write(new Words(across.name(), middle, bottom + 33, Anchor.MIDDLE, PlotArea.TEXT, false, theme.text()));
        sheet.write(new Words(
                sheet.fitted(down.name(), PlotArea.TEXT, false, height),
                14,
                centre,
                Anchor.MIDDLE,
                PlotArea.TEXT,
                false,
                theme.text(),
                true));
    }
}
