package org.vitrine.app.sketch;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.render.Raster;

/**
 * A drawing with round pens on a small picture. It is kept at several dots a pixel, so that edges are soft when the pixels are taken,
 * and as strokes, so that the last one can be undone. Who draws with the colour of the ground erases. Not safe for several threads.
 */
public final class Sketch {
    /** Of the longer side. */
    private static final int LEAST_DOTS = 224;

    /** What was done since the start: a stroke, or everything wiped away. */
    private record Step(Pen pen, List<double[]> places, boolean wipe) {}

    private final int channels;
    private final int height;
    private final int width;
    private final int ground;
    private final int dots;
    private final BufferedImage paper;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Raster base;

    /** @param ground 0xRRGGBB of an empty picture */
    public Sketch(int channels, int height, int width, int ground) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.ground = ground;
        this.dots = (int) Math.max(1, Math.ceil((double) LEAST_DOTS / Math.max(height, width)));
        this.paper = new BufferedImage(width * dots, height * dots, BufferedImage.TYPE_INT_ARGB_PRE);
        repaint();
    }

    /** Begins anew with a picture to draw over. */
    public void start(Raster picture) {
        base = picture;
        steps.clear();
        repaint();
    }

    /** The picture that the drawing began with; empty if it began with nothing. */
    public Optional<Raster> base() {
        return Optional.ofNullable(base);
    }

    /** Whether there is nothing but the ground. */
    public boolean isEmpty() {
        return base == null
                ? steps.isEmpty() || steps.get(steps.size() - 1).wipe()
                : !steps.isEmpty() && steps.get(steps.size() - 1).wipe();
    }

    /** Wipes all away; that can be undone. */
    public void clear() {
        if (!isEmpty()) {
            steps.add(new Step(new Pen(0, ground), List.of(), true));
            repaint();
        }
    }

    /** Takes back the last stroke; false if there is none. */
    public boolean undo() {
        if (steps.isEmpty()) {
            return false;
        }
        steps.remove(steps.size() - 1);
        repaint();
        return true;
    }

    /** Sets the pen down; places are shares of width and height. */
    public void press(Pen pen, double x, double y) {
        List<double[]> places = new ArrayList<>();
        places.add(new double[] {x, y});
        steps.add(new Step(pen, places, false));
        line(pen, x, y, x, y);
    }

    /** Draws a line from where the pen was. */
    public void drag(double x, double y) {
        if (steps.isEmpty() || steps.get(steps.size() - 1).wipe()) {
            return;
        }
        Step step = steps.get(steps.size() - 1);
        double[] last = step.places().get(step.places().size() - 1);
        step.places().add(new double[] {x, y});
        line(step.pen(), last[0], last[1], x, y);
    }

    private void repaint() {
        Graphics2D g = paper.createGraphics();
        int wiped = steps.size() - 1;
        while (wiped >= 0 && !steps.get(wiped).wipe()) {
            wiped--;
        }
        wipe(g);
        g.dispose();
        Raster picture = base;
        if (picture != null && wiped < 0) {
            for (int y = 0; y < paper.getHeight(); y++) {
                for (int x = 0; x < paper.getWidth(); x++) {
                    paper.setRGB(x, y, rgb(picture, y / dots, x / dots));
                }
            }
        }
        for (Step step : steps.subList(wiped + 1, steps.size())) {
            double[] last = step.places().get(0);
            for (double[] place : step.places()) {
                line(step.pen(), last[0], last[1], place[0], place[1]);
                last = place;
            }
        }
    }

    private void wipe(Graphics2D g) {
        g.setColor(new Color(ground));
        g.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    }

    /** The pixel of a picture that may have another size. */
    private int rgb(Raster picture, int row, int column) {
        int y = row * picture.height() / height;
        int x = column * picture.width() / width;
        int plane = picture.height() * picture.width();
        int place = y * picture.width() + x;
        int rgb = 0xFF;
        for (int channel = 0; channel < 3; channel++) {
            float value = picture.values()[place + Math.min(channel, picture.channels() - 1) * plane];
            rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
        }
        return rgb;
    }

    private void line(Pen pen, double x1, double y1, double x2, double y2) {
        Graphics2D g = paper.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(new Color(pen.rgb()));
        g.setStroke(new BasicStroke((float) (pen.width() * dots), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(
                x1 * paper.getWidth(), y1 * paper.getHeight(), x2 * paper.getWidth(), y2 * paper.getHeight()));
        g.dispose();
    }

    /** The drawing at its dots, to be shown; changes while one draws. */
    public BufferedImage paper() {
        return paper;
    }

    /** The drawing at its dots, with as many channels as the picture. */
    public Raster fine() {
        int[] argb = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        float[] values = new float[channels * argb.length];
        for (int channel = 0; channel < channels; channel++) {
            int shift = channels == 1 ? 0 : 16 - 8 * channel;
            for (int i = 0; i < argb.length; i++) {
                values[channel * argb.length + i] = (argb[i] >> shift & 0xFF) / 255f;
            }
        }
        return new Raster(channels, paper.getHeight(), paper.getWidth(), values);
    }

    /** The pixels: each the mean of its dots. */
    public Raster raster() {
        return Area.of(fine()).shrunk(height, width);
    }
}
