package org.vitrine.charts.render;

/**
 * Turns a curve of any length into at most four vertices per pixel column (first, lowest, highest, last in their order),
 * which covers the same pixels as the full curve. After Jugel et al. 2014, "M4: a visualization-oriented time series data
 * aggregation".
 */
public final class Decimator {
    private final Axis xAxis;
    private final Axis yAxis;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    /** Curves are mapped into the rectangle (left, top, width, height) with y upward. */
    public Decimator(Axis xAxis, Axis yAxis, double left, double top, double width, double height) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** Pixel column of a value, fractional. */
    public double pixelX(double value) {
        return left + xAxis.unit(value) * width;
    }

    /** Pixel row of a value, fractional; values far outside are cut so that no renderer overflows; NaN stays NaN. */
    public double pixelY(double value) {
        double unit = yAxis.unit(value);
        return top + (1 - Math.max(-10, Math.min(11, unit))) * height;
    }

    /** Writes the visible part of the curve, with one point beyond each edge so that lines run out of the picture. */
    public void decimate(Points points, LinePath path) {
        path.clear();
        int from = Math.max(0, points.firstAtOrAfter(xAxis.min()) - 1);
        int to = points.firstAtOrAfter(xAxis.max());
        while (to < points.size() && points.x(to) == xAxis.max()) {
            to++;
        }
        to = Math.min(points.size(), to + 1);
        Column column = new Column();
        for (int i = from; i < to; i++) {
            double value = points.y(i);
            double py = Double.isInfinite(value) ? Double.NaN : pixelY(value);
            double px = pixelX(points.x(i));
            if (Double.isNaN(py)) {
                column.flush(path);
                path.gap();
            } else {
                if (Math.floor(px) != column.pixel) {
                    column.flush(path);
                }
                column.add(px, py);
            }
        }
        column.flush(path);
    }

    private static final class Column {
        private double pixel = Double.NaN;
        private int count;
        private double firstX;
        private double firstY;
        private double lastX;
        private double lastY;
        private double lowX;
        private double lowY;
        private double highX;
        private double highY;
        private boolean lowFirst;

        void add(double px, double py) {
            if (count++ == 0) {
                pixel = Math.floor(px);
                firstX = lowX = highX = px;
                firstY = lowY = highY = py;
            } else if (py < lowY) {
                lowX = px;
                lowY = py;
                lowFirst = false;
            } else if (py > highY) {
                highX = px;
                highY = py;
                lowFirst = true;
            }
            lastX = px;
            lastY = py;
        }

        void flush(LinePath path) {
            if (count > 0) {
                path.add(firstX, firstY);
                if (count > 2) {
                    extreme(path, lowFirst ? lowX : highX, lowFirst ? lowY : highY);
                    extreme(path, lowFirst ? highX : lowX, lowFirst ? highY : lowY);
                }
                if (count > 1) {
                    path.add(lastX, lastY);
                }
            }
            count = 0;
            pixel = Double.NaN;
        }

        private void extreme(LinePath path, double px, double py) {
            boolean first = px == firstX && py == firstY;
            boolean last = px == lastX && py == lastY;
            if (!first && !last) {
                path.add(px, py);
            }
        }
    }
}
