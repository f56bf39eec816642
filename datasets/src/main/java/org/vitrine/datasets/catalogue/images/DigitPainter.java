package org.vitrine.datasets.catalogue.images;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.random.Draw;

/**
 * Writes a digit with a round pen: the points of its strokes are moved a little, sheared, turned and warped by sine waves.
 *
 * @param wobble how much hands differ, 1 as in tidy handwriting
 * @param shift how far from the middle the digit may be, in pixels
 * @param clutter how many strokes that belong to no digit
 * @param noise deviation of the brightness of pixels
 */
record DigitPainter(double wobble, double shift, int clutter, double noise) {
    static final int SIDE = 28;
    private static final int SAMPLES = 6;

    /** The pixels of one picture, [1, 28, 28], white on black. */
    float[] paint(int digit, Draw draw) {
        Canvas canvas = new Canvas(1, SIDE);
        Hand hand = Hand.of(this, draw);
        double pen = draw.uniform(0.85, 1.6);
        Field field = (x, y) -> Double.MAX_VALUE;
        for (double[] stroke : DigitGlyphs.strokes(digit, draw.below(DigitGlyphs.ways(digit)))) {
            field = field.or(Field.line(pen, smooth(hand.write(stroke, draw))));
        }
        for (int i = 0; i < clutter; i++) {
            field = field.or(Field.line(draw.uniform(0.6, 1.3), smooth(scribble(draw))));
        }
        canvas.paint(field, draw.uniform(0.8, 1), 1);
        canvas.grain(noise, draw);
        return canvas.pixels();
    }

    /** A short curve anywhere. */
    private static double[] scribble(Draw draw) {
        double x = draw.uniform(0, SIDE);
        double y = draw.uniform(0, SIDE);
        double angle = draw.uniform(0, 2 * Math.PI);
        double bend = draw.uniform(-0.6, 0.6);
        double step = draw.uniform(2, 4.5);
        double[] points = new double[6];
        for (int i = 0; i < 3; i++) {
            points[2 * i] = x;
            points[2 * i + 1] = y;
            x += step * StrictMath.cos(angle);
            y += step * StrictMath.sin(angle);
            angle += bend;
        }
        return points;
    }

    /** A line of short pieces along the spline of Catmull and Rom 1974 through the points. */
    private static double[] smooth(double[] points) {
        List<Double> line = new ArrayList<>();
        int last = points.length / 2 - 1;
        for (int i = 0; i < last; i++) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                double t = (double) sample / SAMPLES;
                line.add(between(points, 0, i, last, t));
                line.add(between(points, 1, i, last, t));
            }
        }
        line.add(points[2 * last]);
        line.add(points[2 * last + 1]);
        return line.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double between(double[] points, int axis, int i, int last, double t) {
        double one = points[2 * i + axis];
        double two = points[2 * (i + 1) + axis];
        double before = i == 0 ? 2 * one - two : points[2 * (i - 1) + axis];
        double after = i + 1 == last ? 2 * two - one : points[2 * (i + 2) + axis];
        double slope = two - before;
        double square = 2 * before - 5 * one + 4 * two - after;
        double cube = 3 * one - before - 3 * two + after;
        return one + 0.5 * t * (slope + t * (square + t * cube));
    }

    /** One way of holding the pen: what happens to all strokes of a digit. */
    private record Hand(
            double wobble,
            double width,
            double height,
            double slant,
            double turn,
            double[] waves,
            double left,
            double top) {

        static Hand of(DigitPainter painter, Draw draw) {
            double wobble = painter.wobble();
            return new Hand(
                    wobble,
                    draw.uniform(10, 15.5),
                    draw.uniform(15, 20),
                    wobble * draw.uniform(-0.15, 0.4),
                    wobble * 0.12 * draw.gaussian(),
                    new double[] {
                        wobble * draw.uniform(0, 0.06), draw.uniform(0.5, 1.3), draw.uniform(0, 2 * Math.PI),
                        wobble * draw.uniform(0, 0.05), draw.uniform(0.5, 1.3), draw.uniform(0, 2 * Math.PI)
                    },
                    SIDE / 2.0 + draw.uniform(-painter.shift(), painter.shift()),
                    SIDE / 2.0 + draw.uniform(-painter.shift(), painter.shift()));
        }

        /** The points in pixels. */
        double[] write(double[] stroke, Draw draw) {
            double[] points = new double[stroke.length];
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            for (int i = 0; i < stroke.length; i += 2) {
                double x = stroke[i] - 0.5 + wobble * 0.025 * draw.gaussian();
                double y = stroke[i + 1] - 0.5 + wobble * 0.025 * draw.gaussian();
                double across = width * (x + wave(0, y));
                double down = height * (y + wave(3, x));
                double sheared = across - slant * down;
                points[i] = left + cos * sheared - sin * down;
                points[i + 1] = top + sin * sheared + cos * down;
            }
            return points;
        }

        private double wave(int first, double along) {
            return waves[first] * StrictMath.sin(2 * Math.PI * waves[first + 1] * along + waves[first + 2]);
        }
    }
}
