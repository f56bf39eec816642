package org.vitrine.app.data.draw;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.render.Raster;

/** One drawing with a round pen on 28 by 28 pixels, as MNIST has them: bright on dark, soft edges, centred when it is taken. */
public final class DigitDrawing {
    public static final int SIDE = 28;
    private static final double PEN = 1.15;

    private final List<double[]> strokes = new ArrayList<>();
    private double lastX;
    private double lastY;

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    public void clear() {
        strokes.clear();
    }

    /** Sets the pen down; places are shares of the side. */
    public void press(double x, double y) {
        lastX = x * SIDE;
        lastY = y * SIDE;
        strokes.add(new double[] {lastX, lastY, lastX, lastY});
    }

    /** Draws a line from where the pen was. */
    public void drag(double x, double y) {
        strokes.add(new double[] {lastX, lastY, x * SIDE, y * SIDE});
        lastX = x * SIDE;
        lastY = y * SIDE;
    }

    /** The pixels as they were drawn. */
    public Raster raster() {
        return raster(0, 0);
    }

    /** The pixels with their centre of mass in the middle, as MNIST has them. */
    public Raster centred() {
        float[] values = raster().values();
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.length; i++) {
            mass += values[i];
            x += values[i] * (i % SIDE + 0.5);
            y += values[i] * (Math.floorDiv(i, SIDE) + 0.5);
        }
        return mass == 0 ? raster() : raster(SIDE / 2.0 - x / mass, SIDE / 2.0 - y / mass);
    }

    private Raster raster(double moveX, double moveY) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double px = i % SIDE + 0.5 - moveX;
            double py = Math.floorDiv(i, SIDE) + 0.5 - moveY;
            double near = Double.POSITIVE_INFINITY;
            for (double[] line : strokes) {
                near = Math.min(near, distance(px, py, line));
            }
            values[i] = (float) Math.max(0, Math.min(1, PEN + 0.5 - near));
        }
        return new Raster(1, SIDE, SIDE, values);
    }

    private static double distance(double px, double py, double[] line) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((px - line[0]) * dx + (py - line[1]) * dy) / length;
        double at = Math.max(0, Math.min(1, along));
        return Math.hypot(px - line[0] - at * dx, py - line[1] - at * dy);
    }

    /** Grey pixels for a PNG file. */
    static Picture picture(Raster raster) {
        int[] argb = new int[raster.values().length];
        for (int i = 0; i < argb.length; i++) {
            int level = Math.round(255 * raster.values()[i]);
            argb[i] = 0xFF000000 | level << 16 | level << 8 | level;
        }
        return new Picture(raster.width(), raster.height(), argb);
    }
}
