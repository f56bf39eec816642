package org.vitrine.app.sketch;

import org.vitrine.charts.render.Raster;

/**
 * What differs from the ground in a picture of one channel.
 *
 * @param picture the difference, of either sign
 * @param x centre of mass, in pixels from the left edge
 * @param left edge of the box around it; its right edge lies {@code width} further
 */
record Ink(Raster picture, double x, double y, double left, double top, double width, double height) {

    static Ink of(Raster from, double ground, double faint) {
        float[] values = from.values().clone();
        double strongest = 0;
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= (float) ground;
            double weight = Math.abs(values[i]);
            strongest = Math.max(strongest, weight);
            mass += weight;
            x += weight * (i % from.width() + 0.5);
            y += weight * (Math.floorDiv(i, from.width()) + 0.5);
        }
        int left = from.width();
        int right = 0;
        int top = from.height();
        int bottom = 0;
        for (int i = 0; i < values.length; i++) {
            if (strongest > 0 && Math.abs(values[i]) >= faint * strongest) {
                left = Math.min(left, i % from.width());
                right = Math.max(right, i % from.width() + 1);
                top = Math.min(top, Math.floorDiv(i, from.width()));
                bottom = Math.max(bottom, Math.floorDiv(i, from.width()) + 1);
            }
        }
        return new Ink(
                new Raster(1, from.height(), from.width(), values),
                mass == 0 ? from.width() / 2.0 : x / mass,
                mass == 0 ? from.height() / 2.0 : y / mass,
                left,
                top,
                Math.max(0, right - left),
                Math.max(0, bottom - top));
    }

    boolean isNothing() {
        return width == 0;
    }

    double middleX() {
        return left + width / 2;
    }

    double middleY() {
        return top + height / 2;
    }
}
