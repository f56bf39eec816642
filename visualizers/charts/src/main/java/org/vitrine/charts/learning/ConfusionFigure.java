package org.vitrine.charts.learning;

import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Counts by true class (rows) and predicted class (columns), coloured by their share of the row. */
public record ConfusionFigure(List<String> names, float[] counts, String rowsName, String columnsName)
        implements Figure {
    private static final double SMALL = 11;

    public ConfusionFigure {
        names = List.copyOf(names);
        if (counts.length != names.size() * names.size()) {
            throw new IllegalArgumentException(counts.length + " counts for " + names.size() + " classes");
        }
    }

    private double share(int row, int column) {
        double sum = 0;
        for (int k = 0; k < names.size(); k++) {
            sum += counts[row * names.size() + k];
        }
        return sum == 0 ? 0 : counts[row * names.size() + column] / sum;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        int n = names.size();
        double room = Math.min(110, width / 4);
        double longest = names.stream()
                .mapToDouble(name -> sheet.width(name, SMALL, false))
                .max()
                .orElse(0);
        double left = Math.min(room, longest) + 30;
        double side = Math.max(4, Math.min((width - left - 8) / n, (height - 52) / n));
        double top = 8;
        ColorMap map = theme.dark() ? ColorMap.BLUES_DARK : ColorMap.BLUES;
        boolean numbers = side >= 18;
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double x = left + column * side;
                double y = top + row * side;
                int color = map.argb(share(row, column));
                sheet.fillBox(x, y, side - 1, side - 1, color);
                float count = counts[row * n + column];
                if (numbers && count > 0) {
                    String text = Numbers.count((long) count);
                    double size = Math.min(SMALL, side * 0.42);
                    sheet.write(new Words(
                            text,
                            x + side / 2,
                            y + side / 2 + size * 0.35,
                            Anchor.MIDDLE,
                            size,
                            false,
                            Argb.textOn(color)));
                }
            }
        }
        if (side >= 10) {
            names(sheet, theme, left, top, side, room);
        }
        sheet.write(new Words(
                columnsName, left + n * side / 2, top + n * side + 34, Anchor.MIDDLE, SMALL, false, theme.muted()));
        sheet.write(new Words(rowsName, 12, top + n * side / 2, Anchor.MIDDLE, SMALL, false, theme.muted(), true));
    }

    private void names(Sheet sheet, Theme theme, double left, double top, double side, double room) {
        int n = names.size();
        for (int k = 0; k < n; k++) {
            String row = sheet.fitted(names.get(k), SMALL, false, room);
            sheet.write(new Words(row, left - 6, top + (k + 0.5) * side + 4, Anchor.END, SMALL, false, theme.text()));
            String column = sheet.fitted(names.get(k), SMALL, false, side - 2);
            sheet.write(new Words(
                    column, left + (k + 0.5) * side, top + n * side + 15, Anchor.MIDDLE, SMALL, false, theme.text()));
        }
    }
}
