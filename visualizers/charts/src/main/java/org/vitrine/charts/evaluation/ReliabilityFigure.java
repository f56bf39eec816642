package org.vitrine.charts.evaluation;

import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.datasets.evaluation.Calibration;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A reliability diagram: the accuracy in each bin of confidence beside what it should be, and how many examples are there.
 *
 * @param boldName what it is called where confidence exceeds accuracy
 * @param timidName what it is called where accuracy exceeds confidence
 * @param countName what the small bars above the diagram count
 */
public record ReliabilityFigure(
        Calibration calibration,
        String xName,
        String yName,
        String accuracyName,
        String boldName,
        String timidName,
        String countName)
        implements Figure {
    private static final double COUNTS = 54;
    private static final double BARS = 0.75;

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        PlotArea whole = PlotArea.in(width, height, Axis.linear(0, 1), Axis.linear(0, 1), 0);
        PlotArea area =
                new PlotArea(whole.left(), whole.top() + COUNTS, whole.right(), whole.bottom(), whole.x(), whole.y());
        area.drawAxes(sheet, theme, xName, yName);
        long most = calibration.bins().stream()
                .mapToLong(Calibration.Bin::count)
                .max()
                .orElse(0);
        int blue = Palette.argb(0, theme.dark());
        int red = Palette.argb(3, theme.dark());
        int green = Palette.argb(2, theme.dark());
        for (Calibration.Bin bin : calibration.bins()) {
            if (bin.count() == 0) {
                continue;
            }
            double left = area.across(bin.from()) + 1;
            double right = area.across(bin.to()) - 1;
            double accuracy = area.down(bin.accuracy());
            double confidence = area.down(bin.confidence());
            // Where the model is too sure the gap stands on the bar, else it is a part of the bar.
            double top = Math.max(accuracy, confidence);
            double gap = Math.abs(accuracy - confidence);
            int kind = accuracy > confidence ? red : green;
            sheet.fillBox(left, top, right - left, area.bottom() - top, Colours.withOpacity(blue, BARS));
            sheet.fillBox(left, top - gap, right - left, gap, Colours.withOpacity(kind, BARS));
            double tall = (COUNTS - 22) * bin.count() / Math.max(1, most);
            sheet.fillBox(left, area.top() - 6 - tall, right - left, tall, Colours.withOpacity(theme.muted(), 0.6));
        }
        sheet.polyline(
                new double[] {area.left(), area.right()},
                new double[] {area.bottom(), area.top()},
                2,
                theme.muted(),
                Pen.dashed(1, 4));
        key(sheet, area.left(), whole.top() + 6, theme.muted(), countName, theme);
        key(sheet, area.left() + 8, area.top() + 14, blue, accuracyName, theme);
        key(sheet, area.left() + 8, area.top() + 31, red, boldName, theme);
        key(sheet, area.left() + 8, area.top() + 48, green, timidName, theme);
    }

    private static void key(Sheet sheet, double x, double y, int argb, String name, Theme theme) {
        sheet.fillBox(x, y - 8, 9, 9, Colours.withOpacity(argb, BARS));
        sheet.write(new Words(name, x + 14, y, Anchor.START, PlotArea.TEXT, false, theme.text()));
    }
}
