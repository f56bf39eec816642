package org.vitrine.datasets.catalogue.images;

/** The signed distance of a point from the edge of a shape, in pixels: negative inside. */
@FunctionalInterface
interface Field {
    double at(double x, double y);

    /** An ellipse; the distance is nearly right close to the edge, which is all that painting needs. */
    static Field ellipse(double centreX, double centreY, double radiusX, double radiusY) {
        return (x, y) -> {
            double u = (x - centreX) / radiusX;
            double v = (y - centreY) / radiusY;
            double length = Math.sqrt(u * u + v * v);
            double slope = Math.sqrt(u * u / (radiusX * radiusX) + v * v / (radiusY * radiusY));
            return slope == 0 ? -Math.min(radiusX, radiusY) : length * (length - 1) / slope;
        };
    }

    /** A line drawn with a round pen of the given radius through the points x0, y0, x1, y1... */
    static Field line(double radius, double... points) {
        return (x, y) -> {
            double least = Double.MAX_VALUE;
            for (int i = 0; i + 3 < points.length; i += 2) {
                least = Math.min(least, square(x, y, points[i], points[i + 1], points[i + 2], points[i + 3]));
            }
            return Math.sqrt(least) - radius;
        };
    }

    /** What is in this shape or in the other. */
    default Field or(Field other) {
        return (x, y) -> Math.min(at(x, y), other.at(x, y));
    }

    /** What is in both shapes. */
    default Field and(Field other) {
        return (x, y) -> Math.max(at(x, y), other.at(x, y));
    }

    /** What is not in this shape. */
    default Field not() {
        return (x, y) -> -at(x, y);
    }

    /** The edge alone, as a line of this width. */
    default Field outline(double width) {
        return (x, y) -> Math.abs(at(x, y)) - width / 2;
    }

    /** The squared distance of a point from a line between two others. */
    private static double square(double x, double y, double fromX, double fromY, double toX, double toY) {
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double length = alongX * alongX + alongY * alongY;
        double share = length == 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
        double place = Math.max(0, Math.min(1, share));
        double offX = x - fromX - place * alongX;
        double offY = y - fromY - place * alongY;
        return offX * offX + offY * offY;
    }
}
