package org.vitrine.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Another sheet whose top left corner lies somewhere else, so that figures can be parts of a figure. */
public record MovedSheet(Sheet sheet, double x, double y) implements Sheet {

    @Override
    public void begin(String name) {
        sheet.begin(name);
    }

    @Override
    public void clip(double left, double top, double width, double height) {
        sheet.clip(left + x, top + y, width, height);
    }

    @Override
    public void end() {
        sheet.end();
    }

    private Shape moved(Shape shape) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    @Override
    public void fill(Shape shape, int argb) {
        sheet.fill(moved(shape), argb);
    }

    @Override
    public void stroke(Shape shape, int argb, Pen pen) {
        sheet.stroke(moved(shape), argb, pen);
    }

    @Override
    public void write(Words words) {
        sheet.write(new Words(
                words.text(),
                words.x() + x,
                words.y() + y,
                words.anchor(),
                words.size(),
                words.bold(),
                words.argb(),
                words.upwards()));
    }

    @Override
    public void paint(BufferedImage image, double left, double top, double width, double height) {
        sheet.paint(image, left + x, top + y, width, height);
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return sheet.width(text, size, bold);
    }
}
