package org.vitrine.charts.learning;

import java.awt.image.BufferedImage;
import java.util.List;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.Palette;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * What a model makes of the plane: the winning class everywhere (or the value), the examples on it, and beside it what each hidden
 * unit does, with the line where it changes.
 *
 * @param outputs [classes, side, side], the first row at the bottom; one class means values
 * @param hidden [units, side, side]
 * @param nodes the node of each hidden unit
 * @param chosen a hidden unit whose line is drawn over the plane; -1 for all of the first layer
 */
public record PlaneFigure(
        Bounds bounds, int side, float[] outputs, float[] hidden, List<String> nodes, List<Dot> dots, int chosen)
        implements Figure {
    private static final double GAP = 6;
    private static final double SMALL = 11;
    private static final double STRONGEST = 0.45;

    /** The rectangle of the plane. */
    public record Bounds(double left, double right, double bottom, double top) {}

    /** An example: its place and its class, 0 for values. */
    public record Dot(double x, double y, int kind) {}

    public PlaneFigure {
        nodes = List.copyOf(nodes);
        dots = List.copyOf(dots);
    }

    private int classes() {
        return outputs.length / (side * side);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        boolean units = !nodes.isEmpty() && width > 260;
        double plane = Math.max(40, Math.min(height - 2 * GAP, units ? width * 0.56 : width - 2 * GAP));
        sheet.paint(surface(theme), GAP, GAP, plane, plane);
        sheet.clip(GAP, GAP, plane, plane);
        boundaries(sheet, theme, plane);
        for (Dot dot : dots) {
            double x = GAP + (dot.x() - bounds.left()) / (bounds.right() - bounds.left()) * plane;
            double y = GAP + plane - (dot.y() - bounds.bottom()) / (bounds.top() - bounds.bottom()) * plane;
            sheet.fillDot(x, y, 3.2, theme.paper());
            sheet.fillDot(x, y, 2.4, Palette.argb(dot.kind(), theme.dark()));
        }
        sheet.end();
        if (units) {
            units(sheet, theme, GAP + plane + 2 * GAP, width - plane - 4 * GAP, height);
        }
    }

    private void boundaries(Sheet sheet, Theme theme, double plane) {
        for (int unit = 0; unit < nodes.size(); unit++) {
            boolean shown = chosen < 0 ? nodes.get(unit).equals(nodes.get(0)) : unit == chosen;
            if (shown) {
                sheet.stroke(
                        contour(unit).path(GAP, GAP, plane, plane),
                        theme.text(),
                        chosen < 0 ? Pen.dashed(1, 3) : Pen.of(2));
            }
        }
    }

    /** Where a unit changes its sign, or begins to react if it is never negative. */
    private Contour contour(int unit) {
        int places = side * side;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = unit * places; i < (unit + 1) * places; i++) {
            least = Math.min(least, hidden[i]);
            greatest = Math.max(greatest, hidden[i]);
        }
        double level = least < -1e-6 ? 0 : least + 0.01 * (greatest - least);
        boolean sigmoid = least > 0 && greatest < 1;
        return new Contour(hidden, unit * places, side, sigmoid ? 0.5 : level);
    }

    private void units(Sheet sheet, Theme theme, double left, double room, double height) {
        int count = nodes.size();
        int columns = 1;
        double tile = 0;
        for (int candidate = 1; candidate <= count; candidate++) {
            int rows = (count + candidate - 1) / candidate;
            double fits = Math.min(room / candidate, (height - GAP) / rows - 15) - GAP;
            if (fits > tile) {
                tile = fits;
                columns = candidate;
            }
        }
        for (int unit = 0; unit < count && tile > 4; unit++) {
            int row = unit / columns;
            double x = left + unit % columns * (tile + GAP);
            double y = GAP + row * (tile + GAP + 15);
            sheet.paint(unit(unit, theme), x, y, tile, tile);
            sheet.stroke(contour(unit).path(x, y, tile, tile), theme.text(), Pen.of(1));
            String name = nodes.get(unit) + " " + (unit - nodes.indexOf(nodes.get(unit)) + 1);
            sheet.write(new Words(
                    sheet.fitted(name, SMALL, false, tile),
                    x,
                    y + tile + 12,
                    Anchor.START,
                    SMALL,
                    false,
                    theme.muted()));
        }
    }

    private BufferedImage unit(int unit, Theme theme) {
        int places = side * side;
        float[] values = java.util.Arrays.copyOfRange(hidden, unit * places, (unit + 1) * places);
        ColorScale scale =
                ColorScale.diverging(100, values).with(theme.dark() ? ColorMap.DIVERGING_DARK : ColorMap.DIVERGING);
        return image(place -> scale.argb(values[place]));
    }

    private BufferedImage surface(Theme theme) {
        int places = side * side;
        if (classes() == 1) {
            ColorScale scale = ColorScale.diverging(100, outputs)
                    .with(theme.dark() ? ColorMap.DIVERGING_DARK : ColorMap.DIVERGING);
            return image(place -> scale.argb(outputs[place]));
        }
        double chance = 1.0 / classes();
        return image(place -> {
            int winner = 0;
            for (int k = 1; k < classes(); k++) {
                winner = outputs[k * places + place] > outputs[winner * places + place] ? k : winner;
            }
            double sure = (outputs[winner * places + place] - chance) / (1 - chance);
            return Argb.mix(
                    theme.paper(),
                    Palette.argb(winner, theme.dark()),
                    STRONGEST * (0.2 + 0.8 * Math.max(0, Math.min(1, sure))));
        });
    }

    private interface Colour {
        int at(int place);
    }

    private BufferedImage image(Colour colour) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int place = 0; place < side * side; place++) {
            image.setRGB(place % side, side - 1 - place / side, 0xFF000000 | colour.at(place));
        }
        return image;
    }
}
