package org.vitrine.app.sketch;

import org.vitrine.charts.render.Raster;

/** Means over rectangles of a picture, exact for edges inside pixels too: integrals of it are linear between its corners. */
final class Area {
    private final Raster picture;
    /** For each channel the integral from the top left corner to each corner of pixels. */
    private final double[][] integrals;

    private Area(Raster picture, double[][] integrals) {
        this.picture = picture;
        this.integrals = integrals;
    }

    static Area of(Raster picture) {
        int across = picture.width() + 1;
        double[][] integrals = new double[picture.channels()][across * (picture.height() + 1)];
        for (int channel = 0; channel < integrals.length; channel++) {
            double[] integral = integrals[channel];
            int plane = channel * picture.height() * picture.width();
            for (int y = 0; y < picture.height(); y++) {
                double row = 0;
                for (int x = 0; x < picture.width(); x++) {
                    row += picture.values()[plane + y * picture.width() + x];
                    integral[(y + 1) * across + x + 1] = integral[y * across + x + 1] + row;
                }
            }
        }
        return new Area(picture, integrals);
    }

    /** The integral over a rectangle of a channel; nothing counts outside of the picture. */
    double sum(int channel, double top, double left, double bottom, double right) {
        return to(channel, bottom, right)
                - to(channel, top, right)
                - to(channel, bottom, left)
                + to(channel, top, left);
    }

    private double to(int channel, double y, double x) {
        double row = Math.max(0, Math.min(picture.height(), y));
        double column = Math.max(0, Math.min(picture.width(), x));
        int top = (int) Math.min(picture.height() - 1, Math.floor(row));
        int left = (int) Math.min(picture.width() - 1, Math.floor(column));
        double[] integral = integrals[channel];
        int across = picture.width() + 1;
        int place = top * across + left;
        double down = row - top;
        double along = column - left;
        double above = integral[place] + along * (integral[place + 1] - integral[place]);
        double below = integral[place + across] + along * (integral[place + across + 1] - integral[place + across]);
        return above + down * (below - above);
    }

    /** The picture in another size, each pixel the mean of what it covers. */
    Raster shrunk(int height, int width) {
        double down = (double) picture.height() / height;
        double along = (double) picture.width() / width;
        float[] values = new float[picture.channels() * height * width];
        for (int i = 0; i < values.length; i++) {
            int row = i / width % height;
            int column = i % width;
            values[i] = (float)
                    (sum(i / (width * height), row * down, column * along, (row + 1) * down, (column + 1) * along)
                            / (down * along));
        }
        return new Raster(picture.channels(), height, width, values);
    }
}
