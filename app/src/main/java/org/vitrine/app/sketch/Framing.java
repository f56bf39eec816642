package org.vitrine.app.sketch;

import java.util.Arrays;
import java.util.List;
import org.vitrine.charts.render.Raster;

/**
 * How what is drawn lies in the pictures of a data set. MNIST's digits are scaled into a box of 20 by 20 pixels, and lie with their
 * centre of mass in the middle of 28 by 28 (LeCun et al. 1998); a drawing that lies otherwise is nothing that a network has seen.
 *
 * @param box the longer side of the box around what is drawn, in pixels; 0 if drawings keep their size
 * @param centre what lies in the middle of the picture
 * @param ground brightness of an empty picture, 0 to 1
 */
public record Framing(int box, Centre centre, double ground) {
    /** What lies in the middle. */
    public enum Centre {
        /** The centre of mass. */
        MASS,
        /** The middle of the box around what is drawn. */
        BOX,
        /** Nothing: drawings stay where they are. */
        NONE
    }

    /** As MNIST has its digits. */
    public static final Framing MNIST = new Framing(20, Centre.MASS, 0);

    /** Ink that is weaker, as a share of the strongest, is no part of the box. */
    private static final double FAINT = 0.5;
    /** The same in a data set, whose pixels at the edges are covered in part. */
    private static final double FAINT_PIXEL = 0.05;
    /** Longer sides that spread less, as a share of the picture's side, are said to be equal. */
    private static final double EQUAL = 0.03;
    /** How near to the middle centres lie on average, as a share of the side. */
    private static final double NEAR = 0.03;
    /** A dot is not blown up to a disc that fills the picture. */
    private static final double MOST_ZOOM = 4;
    /** At the border of a picture with a ground this share of the pixels have its brightness. */
    private static final double BORDER = 0.9;

    /** Leaves drawings as they are. */
    public static Framing none(double ground) {
        return new Framing(0, Centre.NONE, ground);
    }

    /** Whether drawings are changed at all. */
    public boolean frames() {
        return box > 0 || centre != Centre.NONE;
    }

    /** How the examples of a data set are framed: told by their ink. Colour, and grounds that vary, mean no framing. */
    public static Framing of(List<Raster> examples) {
        double ground = ground(examples);
        if (examples.isEmpty() || examples.get(0).channels() != 1 || !hasGround(examples, ground)) {
            return none(ground);
        }
        int side = Math.max(examples.get(0).height(), examples.get(0).width());
        double[] longer = new double[examples.size()];
        double mass = 0;
        double middle = 0;
        for (int i = 0; i < longer.length; i++) {
            Raster example = examples.get(i);
            Ink ink = Ink.of(example, ground, FAINT_PIXEL);
            longer[i] = Math.max(ink.width(), ink.height());
            mass += Math.hypot(ink.x() - example.width() / 2.0, ink.y() - example.height() / 2.0);
            middle += Math.hypot(ink.middleX() - example.width() / 2.0, ink.middleY() - example.height() / 2.0);
        }
        double mean = Arrays.stream(longer).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(longer)
                .map(length -> (length - mean) * (length - mean))
                .average()
                .orElse(0));
        double limit = NEAR * side * longer.length;
        Centre centre = mass <= limit ? Centre.MASS : middle <= limit ? Centre.BOX : Centre.NONE;
        return new Framing(spread <= EQUAL * side ? (int) Math.round(mean) : 0, centre, ground);
    }

    /** The median brightness at the borders. */
    private static double ground(List<Raster> examples) {
        double[] border =
                examples.stream().flatMapToDouble(Framing::border).sorted().toArray();
        return border.length == 0 ? 0 : border[border.length / 2];
    }

    private static boolean hasGround(List<Raster> examples, double ground) {
        double[] border = examples.stream().flatMapToDouble(Framing::border).toArray();
        long alike = Arrays.stream(border)
                .filter(value -> Math.abs(value - ground) < 0.1)
                .count();
        return alike >= BORDER * border.length;
    }

    private static java.util.stream.DoubleStream border(Raster example) {
        int width = example.width();
        int height = example.height();
        return java.util.stream.IntStream.range(0, width * height)
                .filter(i -> i < width || i >= width * (height - 1) || i % width == 0 || i % width == width - 1)
                .mapToDouble(i -> example.values()[i]);
    }

    /**
     * A drawing of one channel as the data set would have it.
     *
     * @param fine drawn at several dots a pixel
     */
    public Raster apply(Raster fine, int height, int width) {
        Ink ink = Ink.of(fine, ground, FAINT);
        if (!frames() || ink.isNothing()) {
            return Area.of(fine).shrunk(height, width);
        }
        // Dots a pixel of the picture.
        double natural = (double) fine.width() / width;
        double dots = box == 0 ? natural : Math.max(natural / MOST_ZOOM, Math.max(ink.width(), ink.height()) / box);
        double left = start(ink.x(), ink.middleX(), ink.left(), ink.width(), width, dots, natural);
        double top = start(ink.y(), ink.middleY(), ink.top(), ink.height(), height, dots, natural);
        Area area = Area.of(ink.picture());
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            int row = i / width;
            int column = i % width;
            double y = top + row * dots;
            double x = left + column * dots;
            values[i] = (float) (ground + area.sum(0, y, x, y + dots, x + dots) / (dots * dots));
        }
        return new Raster(1, height, width, values);
    }

    /** The dot where the picture begins along one axis. */
    private double start(
            double mass, double middle, double first, double length, int side, double dots, double natural) {
        double centred =
                switch (centre) {
                    case MASS -> mass - side * dots / 2;
                    case BOX -> middle - side * dots / 2;
                    // Scaled about its own middle.
                    case NONE -> middle - middle / natural * dots;
                };
        // What is far from its centre of mass stays inside the picture, where it has room.
        return length <= side * dots ? Math.min(first, Math.max(first + length - side * dots, centred)) : centred;
    }
}
