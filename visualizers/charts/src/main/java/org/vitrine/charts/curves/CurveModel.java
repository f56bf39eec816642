package org.vitrine.charts.curves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Points;
import org.vitrine.charts.render.ValueRange;

/** Which curves are shown, over which range, and the axes that follow. */
final class CurveModel {
    private final Set<Series> hidden = new HashSet<>();
    private final Map<Series, Smoothing> smoothings = new HashMap<>();
    private final Map<Series, Coarse> coarse = new HashMap<>();
    private final Map<Series, Coarse> coarseSmooth = new HashMap<>();
    private @Nullable Axis zoom;

    boolean shows(Series series) {
        return !hidden.contains(series);
    }

    void show(Series series, boolean show) {
        if (show) {
            hidden.remove(series);
        } else {
            hidden.add(series);
        }
    }

    /** Drops what is remembered of a series that is no longer on the chart. */
    void forget(Series series) {
        hidden.remove(series);
        smoothings.remove(series);
        coarse.remove(series);
        coarseSmooth.remove(series);
    }

    void zoom(@Nullable Axis range) {
        zoom = range;
    }

    boolean zoomed() {
        return zoom != null;
    }

    /** What is painted of the series over a range of x that takes so many pixels. */
    List<CurvePainter.Layer> layers(List<Series> series, XMode mode, double smoothing, Axis x, double pixels) {
        List<CurvePainter.Layer> layers = new ArrayList<>();
        for (Series one : series) {
            if (!shows(one)) {
                continue;
            }
            Points raw = one.points(mode);
            int visible = raw.firstAtOrAfter(x.max()) - raw.firstAtOrAfter(x.min());
            Points paintedRaw = coarse.computeIfAbsent(one, any -> new Coarse())
                    .of(raw, List.of(mode, one.cuts()), visible, pixels);
            // Validation values are means over a whole set already, and so few that an average would lag behind.
            if (smoothing > 0 && !one.dashed()) {
                Points shown = smoothings.computeIfAbsent(one, Smoothing::new).points(mode, smoothing);
                Points painted = coarseSmooth
                        .computeIfAbsent(one, any -> new Coarse())
                        .of(shown, List.of(mode, one.cuts(), smoothing), visible, pixels);
                layers.add(new CurvePainter.Layer(one, raw, shown, paintedRaw, painted));
            } else {
                layers.add(new CurvePainter.Layer(one, raw, raw, paintedRaw, paintedRaw));
            }
        }
        return layers;
    }

    /** The zoomed range, or all of the series up to a round end, so that the axis rarely moves while they grow. */
    Axis xAxis(List<Series> series, XMode mode, double expectedEnd) {
        if (zoom != null) {
            return zoom;
        }
        double first = Double.POSITIVE_INFINITY;
        double last = expectedEnd > 0 ? expectedEnd : Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            Points points = one.points(mode);
            if (points.size() > 0) {
                first = Math.min(first, points.x(0));
                last = Math.max(last, points.x(points.size() - 1));
            }
        }
        if (!(last > 0)) {
            return Axis.linear(0, 1);
        }
        double start = first > 0 && first < last && first > 0.2 * last ? first : 0;
        return Axis.linear(start, last == expectedEnd ? last : start + roundUp(last - start));
    }

    private static double roundUp(double length) {
        double decade = Math.pow(10, Math.floor(Math.log10(length)));
        for (double mantissa : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (length <= mantissa * decade * (1 + 1e-12)) {
                return mantissa * decade;
            }
        }
        return 10 * decade;
    }

    /** Around all measurements within the x range. */
    Axis yAxis(List<CurvePainter.Layer> layers, Axis x, boolean log) {
        ValueRange range = new ValueRange(log);
        for (CurvePainter.Layer layer : layers) {
            Points raw = layer.paintedRaw();
            int to = raw.firstAtOrAfter(Math.nextUp(x.max()));
            range.include(raw, raw.firstAtOrAfter(x.min()), to);
        }
        return range.axis();
    }
}
