package org.vitrine.drawing;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What is drawn on: a few operations, which each format does in its own way. Lengths are pixels of a screen with 96 to the
 * inch, y counts downwards, colours are ARGB. What can not be written fails with an {@link java.io.UncheckedIOException}.
 */
public interface Sheet {

    /** What follows belongs together and has a name, until {@link #end()}. */
    void begin(String name);

    /** What follows is seen inside the rectangle alone, until {@link #end()}. */
    void clip(double x, double y, double width, double height);

    /** Ends what {@link #begin} or {@link #clip} began last. */
    void end();

    void fill(Shape shape, int argb);

    void stroke(Shape shape, int argb, Pen pen);

    void write(Words words);

    /** Paints an image into the rectangle; its pixels stay squares when they grow. */
    void paint(BufferedImage image, double x, double y, double width, double height);

    /** How wide a text is going to be. */
    double width(String text, double size, boolean bold);

    /** The text, cut short with an ellipsis where it is wider than {@code room}. */
    default String fitted(String text, double size, boolean bold, double room) {
        return Letters.fitted(text, room, shorter -> width(shorter, size, bold));
    }

    /** The text in lines that are no wider than {@code room}. */
    default List<String> wrapped(String text, double size, boolean bold, double room) {
        return Letters.wrapped(text, room, line -> width(line, size, bold));
    }

    default void fillBox(double x, double y, double width, double height, int argb) {
        fill(new Rectangle2D.Double(x, y, width, height), argb);
    }

    default void fillDot(double x, double y, double radius, int argb) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), argb);
    }

    default void line(double x1, double y1, double x2, double y2, int argb, double width) {
        stroke(new Line2D.Double(x1, y1, x2, y2), argb, Pen.of(width));
    }

    /** Joins the first {@code count} points. */
    default void polyline(double[] x, double[] y, int count, int argb, Pen pen) {
        if (count > 1) {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
            path.moveTo(x[0], y[0]);
            for (int i = 1; i < count; i++) {
                path.lineTo(x[i], y[i]);
            }
            stroke(path, argb, pen);
        }
    }
}
