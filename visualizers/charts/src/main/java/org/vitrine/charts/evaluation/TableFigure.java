package org.vitrine.charts.evaluation;

import java.util.List;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A table of short texts.
 *
 * @param shares of the width that the columns take; they sum to 1
 * @param chosen row that is looked at, or -1
 */
public record TableFigure(List<String> head, List<List<String>> rows, List<Double> shares, int chosen)
        implements Figure {
    private static final double ROW = 22;
    private static final double EDGE = 10;

    public TableFigure {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        shares = List.copyOf(shares);
    }

    /** How high the figure should be to show all rows. */
    public double height() {
        return EDGE + ROW * (rows.size() + 1) + EDGE;
    }

    @Override
    public double height(double width) {
        return height();
    }

    /** The row at a height, or -1. */
    public int at(double y) {
        int row = (int) Math.floor((y - EDGE) / ROW) - 1;
        return row >= 0 && row < rows.size() ? row : -1;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        row(sheet, head, EDGE, width, theme.muted());
        for (int i = 0; i < rows.size(); i++) {
            double top = EDGE + ROW * (i + 1);
            if (top > height) {
                return;
            }
            if (i == chosen) {
                sheet.fillBox(0, top, width, ROW, Colours.withOpacity(theme.muted(), 0.2));
            }
            sheet.line(EDGE, top, width - EDGE, top, theme.grid(), 1);
            row(sheet, rows.get(i), top, width, theme.text());
        }
    }

    private void row(Sheet sheet, List<String> cells, double top, double width, int ink) {
        double x = EDGE;
        for (int column = 0; column < cells.size(); column++) {
            double room = shares.get(column) * (width - 2 * EDGE);
            String text = sheet.fitted(cells.get(column), PlotArea.TEXT, false, room - 8);
            sheet.write(new Words(text, x + 2, top + 15, Anchor.START, PlotArea.TEXT, false, ink));
            x += room;
        }
    }
}
