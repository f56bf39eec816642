package org.vitrine.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Another sheet on which all lengths are multiplied, so that figures of a fixed size fit. */
public record ScaledSheet(Sheet sheet, double scale) implements Sheet {

    /** A figure of its own size, made smaller where it is wider or higher than the room that it gets. */
    public static Figure fitting(Print print) {
        return new Figure() {
            @Override
            public void draw(Sheet sheet, double width, double height, Theme theme) {
                double scale = Math.min(1, Math.min(width / print.width(), height / print.height()));
                print.figure().draw(new ScaledSheet(sheet, scale), print.width(), print.height(), theme);
            }

            @Override
            public double height(double width) {
                return print.height() * Math.min(1, width / print.width());
            }
        };
    }

    @Override
    public void begin(String name) {
        sheet.begin(name);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        sheet.clip(x * scale, y * scale, width * scale, height * scale);
    }

    @Override
    public void end() {
        sheet.end();
    }

    private Shape scaled(Shape shape) {
        return AffineTransform.getScaleInstance(scale, scale).createTransformedShape(shape);
    }

    @Override
    public void fill(Shape shape, int argb) {
        sheet.fill(scaled(shape), argb);
    }

    @Override
    public void stroke(Shape shape, int argb, Pen pen) {
        sheet.stroke(scaled(shape), argb, new Pen(pen.width() * scale, pen.dash() * scale));
    }

    @Override
    public void write(Words words) {
        sheet.write(new Words(
                words.text(),
                words.x() * scale,
                words.y() * scale,
                words.anchor(),
                words.size() * scale,
                words.bold(),
                words.argb(),
                words.upwards()));
    }

    @Override
    public void paint(BufferedImage image, double x, double y, double width, double height) {
        sheet.paint(image, x * scale, y * scale, width * scale, height * scale);
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return sheet.width(text, size * scale, bold) / scale;
    }
}
