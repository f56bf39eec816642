package org.vitrine.editor.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/** Paints pixels; text too, from the outlines of its letters. */
final class PngSheet implements Sheet {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Letters plain;
    private final Letters bold;

    PngSheet(double width, double height, double scale, Letters plain, Letters bold) {
        this.plain = plain;
        this.bold = bold;
        image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
    }

    BufferedImage image() {
        graphics.dispose();
        return image;
    }

    @Override
    public void begin(String name) {}

    @Override
    public void end() {}

    @Override
    public void fill(Shape shape, String color) {
        graphics.setColor(Color.decode(color));
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, String color, double width) {
        graphics.setColor(Color.decode(color));
        graphics.setStroke(new BasicStroke((float) width));
        graphics.draw(shape);
    }

    @Override
    public void write(Words words) {
        Letters letters = words.bold() ? bold : plain;
        double start = words.anchor().start(words.x(), letters.width(words.text(), words.size()));
        fill(letters.outline(words.text(), start, words.y(), words.size()), words.color());
    }
}
