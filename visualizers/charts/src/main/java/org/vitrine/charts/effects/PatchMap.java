package org.vitrine.charts.effects;

import java.util.List;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;

/**
 * What the patches of a picture count for, as colours on the patches.
 *
 * @param rows of patches
 * @param ratio of a picture's width to its height
 * @param values row by row
 * @param chosen number of the patch that is looked at, or -1
 */
public record PatchMap(int rows, int columns, double ratio, List<Double> values, String valueName, int chosen)
        implements Figure {
    private static final double EDGE = 12;

    public PatchMap {
        values = List.copyOf(values);
    }

    private double pictureHeight(double width, double height) {
        double room = Math.max(20, width - 2 * EDGE - ColourLegend.WIDTH);
        return Math.max(20, Math.min(height - 2 * EDGE, room / ratio));
    }

    /** The patch at a place of a figure of this size, or -1. */
    public int at(double x, double y, double width, double height) {
        double tall = pictureHeight(width, height);
        int column = (int) Math.floor((x - EDGE) / (tall * ratio / columns));
        int row = (int) Math.floor((y - EDGE) / (tall / rows));
        return row >= 0 && row < rows && column >= 0 && column < columns ? row * columns + column : -1;
    }

    private ColorScale scale(Theme theme) {
        double reach = 0;
        for (double value : values) {
            reach = Math.max(reach, Math.abs(value));
        }
        reach = reach > 0 ? reach : 1;
        return new ColorScale(theme.dark() ? ColorMap.DIVERGING_DARK : ColorMap.DIVERGING, -reach, reach);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        ColorScale scale = scale(theme);
        double tall = pictureHeight(width, height);
        double cellHeight = tall / rows;
        double cellWidth = tall * ratio / columns;
        sheet.begin("patches");
        for (int i = 0; i < values.size(); i++) {
            sheet.fillBox(
                    EDGE + i % columns * cellWidth,
                    EDGE + Math.floorDiv(i, columns) * cellHeight,
                    cellWidth + 0.5,
                    cellHeight + 0.5,
                    scale.argb(values.get(i)));
        }
        sheet.end();
        sheet.stroke(new java.awt.geom.Rectangle2D.Double(EDGE, EDGE, tall * ratio, tall), theme.muted(), Pen.of(1));
        if (chosen >= 0 && chosen < values.size()) {
            sheet.stroke(
                    new java.awt.geom.Rectangle2D.Double(
                            EDGE + chosen % columns * cellWidth,
                            EDGE + Math.floorDiv(chosen, columns) * cellHeight,
                            cellWidth,
                            cellHeight),
                    theme.text(),
                    Pen.of(2.5));
        }
        ColourLegend.draw(sheet, theme, scale, valueName, EDGE + tall * ratio, EDGE, EDGE + tall);
    }
}
