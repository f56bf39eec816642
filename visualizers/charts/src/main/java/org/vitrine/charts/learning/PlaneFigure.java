package org.vitrine.charts.learning;

import java.awt.image.BufferedImage;
import java.util.Collections;
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
    private static final double HEADING = 17;
    /** Pixels of the surface for each place that was looked at, so that it has no steps. */
    private static final int FINER = 4;

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

    /** Layer by layer under its name: the largest tiles that fit. */
    private void units(Sheet sheet, Theme theme, double left, double room, double height) {
        List<String> layers = nodes.stream().distinct().toList();
        int columns = 1;
        double tile = 0;
        for (int candidate = 1; candidate <= nodes.size(); candidate++) {
            int rows = 0;
            for (String layer : layers) {
                rows += (Collections.frequency(nodes, layer) + candidate - 1) / candidate;
            }
            double fits = Math.min(room / candidate, (height - GAP - layers.size() * HEADING) / rows) - GAP;
            if (fits > tile) {
                tile = fits;
                columns = candidate;
            }
        }
        if (tile <= 4) {
            return;
        }
        double y = GAP;
        int unit = 0;
        for (String layer : layers) {
            String name = sheet.fitted(layer, SMALL, false, room);
            sheet.write(new Words(name, left, y + 11, Anchor.START, SMALL, false, theme.muted()));
            y += HEADING;
            int count = Collections.frequency(nodes, layer);
            for (int i = 0; i < count; i++, unit++) {
                double x = left + i % columns * (tile + GAP);
                int row = i / columns;
                double top = y + row * (tile + GAP);
                sheet.paint(unit(unit, theme), x, top, tile, tile);
                sheet.stroke(contour(unit).path(x, top, tile, tile), theme.text(), Pen.of(1));
            }
            int rows = (count + columns - 1) / columns;
            y += rows * (tile + GAP);
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
        int size = FINER * side;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        ColorScale values =
                ColorScale.diverging(100, outputs).with(theme.dark() ? ColorMap.DIVERGING_DARK : ColorMap.DIVERGING);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int color = classes() == 1 ? values.argb(between(0, x, y)) : winner(theme, x, y);
                image.setRGB(x, size - 1 - y, 0xFF000000 | color);
            }
        }
        return image;
    }

    private int winner(Theme theme, int x, int y) {
        int winner = 0;
        double most = 0;
        for (int k = 0; k < classes(); k++) {
            double probability = between(k, x, y);
            if (k == 0 || probability > most) {
                winner = k;
                most = probability;
            }
        }
        double chance = 1.0 / classes();
        double sure = (most - chance) / (1 - chance);
        return Argb.mix(
                theme.paper(),
                Palette.argb(winner, theme.dark()),
                STRONGEST * (0.2 + 0.8 * Math.max(0, Math.min(1, sure))));
    }

    /** An output at a fine pixel, linearly between the four places around it. */
    private double between(int output, int x, int y) {
        double column = Math.max(0, Math.min(side - 1, (x + 0.5) / FINER - 0.5));
        double row = Math.max(0, Math.min(side - 1, (y + 0.5) / FINER - 0.5));
        int left = Math.min(side - 2, (int) column);
        int low = Math.min(side - 2, (int) row);
        int at = (output * side + low) * side + left;
        double right = column - left;
        double up = row - low;
        return (1 - up) * ((1 - right) * outputs[at] + right * outputs[at + 1])
                + up * ((1 - right) * outputs[at + side] + right * outputs[at + side + 1]);
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
