package org.vitrine.charts.learning;

import java.awt.geom.Path2D;
import java.util.List;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Ticks;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Histograms behind each other, the oldest at the top and the newest in front: how a distribution moves over time.
 *
 * @param ridges oldest first; their heights are densities, so that ranges of different width can be compared
 * @param marked index of the ridge that is pointed at; -1 for none
 */
public record Ridgeline(String xName, List<Ridge> ridges, int marked) implements Figure {
    private static final double LEFT = 74;
    private static final double RIGHT = 16;
    private static final double BOTTOM = 40;
    private static final double SMALL = 11;
    private static final int MOST = 40;

    /** One histogram over [low, high] with bins of equal width. */
    public record Ridge(String label, double low, double high, float[] shares) {
        double density(int bin) {
            return high > low ? shares[bin] * shares.length / (high - low) : shares[bin];
        }
    }

    public Ridgeline {
        ridges = List.copyOf(ridges);
    }

    /** The ridges that are drawn: evenly chosen ones if there are too many to see. */
    private List<Integer> drawn() {
        int count = Math.min(MOST, ridges.size());
        return java.util.stream.IntStream.range(0, count)
                .map(i -> count == 1
                        ? ridges.size() - 1
                        : (int) Math.round((double) i * (ridges.size() - 1) / (count - 1)))
                .boxed()
                .toList();
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        if (ridges.isEmpty()) {
            return;
        }
        Axis x = axis();
        double w = Math.max(10, width - LEFT - RIGHT);
        List<Integer> drawn = drawn();
        double reach = Math.min(70, height * 0.35);
        double top = 12 + reach;
        double step = drawn.size() == 1 ? 0 : (height - BOTTOM - top) / (drawn.size() - 1);
        Ticks ticks = x.ticks((int) Math.max(2, w / 90));
        for (int i = 0; i < ticks.values().length; i++) {
            double px = LEFT + x.unit(ticks.values()[i]) * w;
            sheet.line(px, 8, px, height - BOTTOM, theme.grid(), 1);
            sheet.write(
                    new Words(ticks.label(i), px, height - BOTTOM + 16, Anchor.MIDDLE, SMALL, false, theme.muted()));
        }
        sheet.write(new Words(xName, LEFT + w / 2, height - 6, Anchor.MIDDLE, SMALL, false, theme.muted()));
        double tallest = tallest(drawn);
        int every = (int) Math.max(1, Math.ceil(16 / Math.max(1e-6, step)));
        for (int i = 0; i < drawn.size(); i++) {
            double base = drawn.size() == 1 ? height - BOTTOM : top + i * step;
            boolean isMarked = drawn.get(i) == nearestDrawn(drawn);
            ridge(
                    sheet,
                    theme,
                    ridges.get(drawn.get(i)),
                    x,
                    w,
                    base,
                    reach / tallest,
                    (double) i / drawn.size(),
                    isMarked);
            if (isMarked || (drawn.size() - 1 - i) % every == 0) {
                int color = isMarked ? theme.text() : theme.muted();
                sheet.write(new Words(
                        ridges.get(drawn.get(i)).label(), LEFT - 8, base + 3, Anchor.END, SMALL, isMarked, color));
            }
        }
    }

    private int nearestDrawn(List<Integer> drawn) {
        if (marked < 0) {
            return -1;
        }
        int best = drawn.get(0);
        for (int index : drawn) {
            best = Math.abs(index - marked) < Math.abs(best - marked) ? index : best;
        }
        return best;
    }

    private Axis axis() {
        double low = ridges.stream().mapToDouble(Ridge::low).min().orElse(0);
        double high = ridges.stream().mapToDouble(Ridge::high).max().orElse(1);
        return Axis.around(low, high, false);
    }

    private double tallest(List<Integer> drawn) {
        double most = 1e-12;
        for (int index : drawn) {
            Ridge ridge = ridges.get(index);
            for (int bin = 0; bin < ridge.shares().length; bin++) {
                most = Math.max(most, Math.sqrt(ridge.density(bin)));
            }
        }
        return most;
    }

    private static void ridge(
            Sheet sheet,
            Theme theme,
            Ridge ridge,
            Axis x,
            double w,
            double base,
            double scale,
            double age,
            boolean marked) {
        int bins = ridge.shares().length;
        Path2D line = new Path2D.Double();
        double from = LEFT + x.unit(ridge.low()) * w;
        double to = Math.max(from + 1, LEFT + x.unit(ridge.high()) * w);
        line.moveTo(from, base);
        for (int bin = 0; bin < bins; bin++) {
            // The square root keeps broad layers visible beside a ridge that stands at one value.
            line.lineTo(from + (to - from) * (bin + 0.5) / bins, base - Math.sqrt(ridge.density(bin)) * scale);
        }
        line.lineTo(to, base);
        Path2D area = new Path2D.Double(line);
        area.closePath();
        int color = Palette.argb(marked ? 1 : 0, theme.dark());
        sheet.fill(area, Argb.mix(theme.paper(), color, marked ? 0.6 : 0.15 + 0.3 * age));
        sheet.stroke(line, Argb.mix(theme.paper(), color, marked ? 1 : 0.45 + 0.55 * age), Pen.of(marked ? 2 : 1));
    }
}
