package org.vitrine.charts.effects;

import org.vitrine.charts.evaluation.PlotArea;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.Ticks;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** What colours stand for: a bar of them with numbers, and what they measure. */
final class ColourLegend {
    /** Room that it takes across, with a gap before it. */
    static final double WIDTH = 96;

    private static final double GAP = 16;
    private static final double BAR = 14;
    private static final int STEPS = 64;

    private ColourLegend() {}

    /** @param right end of the map that it belongs to */
    static void draw(Sheet sheet, Theme theme, ColorScale scale, String name, double right, double top, double bottom) {
        sheet.begin("legend");
        double x = right + GAP;
        double each = (bottom - top) / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double value = scale.min() + (scale.max() - scale.min()) * (i + 0.5) / STEPS;
            sheet.fillBox(x, bottom - (i + 1) * each, BAR, each + 0.5, scale.argb(value));
        }
        Axis axis = Axis.linear(scale.min(), scale.max());
        Ticks ticks = axis.ticks((int) Math.max(2, (bottom - top) / 50));
        for (int i = 0; i < ticks.values().length; i++) {
            double y = bottom - axis.unit(ticks.values()[i]) * (bottom - top);
            sheet.write(
                    new Words(ticks.label(i), x + BAR + 5, y + 4, Anchor.START, PlotArea.TEXT, false, theme.muted()));
        }
        sheet.write(new Words(
                sheet.fitted(name, PlotArea.TEXT, false, bottom - top),
                right + WIDTH - 4,
                (top + bottom) / 2,
                Anchor.MIDDLE,
                PlotArea.TEXT,
                false,
                theme.text(),
                true));
        sheet.end();
    }
}
