package org.vitrine.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paints pixels; text too, from the outlines of its letters. */
public final class ImageSheet implements Sheet {
    private final Deque<Graphics2D> outer = new ArrayDeque<>();
    private Graphics2D graphics;

    /** @param scale pixels of the image for each unit of length */
    public ImageSheet(BufferedImage image, double scale) {
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.scale(scale, scale);
    }

    @Override
    public void begin(String name) {
        outer.push(graphics);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        outer.push(graphics);
        graphics = (Graphics2D) graphics.create();
        graphics.clip(new java.awt.geom.Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void end() {
        Graphics2D before = outer.pop();
        if (before != graphics) {
            graphics.dispose();
            graphics = before;
        }
    }

    @Override
    public void fill(Shape shape, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, int argb, Pen pen) {
        graphics.setColor(new Color(argb, true));
        float[] dashes = pen.dash() > 0 ? new float[] {(float) pen.dash(), (float) pen.dash()} : null;
        graphics.setStroke(
                new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, dashes, 0));
        graphics.draw(shape);
    }

    @Override
    public void write(Words words) {
        Letters letters = Letters.of(words.bold());
        double start = words.anchor().start(0, letters.width(words.text(), words.size()));
        AffineTransform place = AffineTransform.getTranslateInstance(words.x(), words.y());
        if (words.upwards()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(start, 0);
        fill(place.createTransformedShape(letters.outline(words.text(), 0, 0, words.size())), words.argb());
    }

    @Override
    public void paint(BufferedImage image, double x, double y, double width, double height) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / image.getWidth(), height / image.getHeight());
        graphics.drawImage(image, place, null);
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return Letters.of(bold).width(text, size);
    }
}
