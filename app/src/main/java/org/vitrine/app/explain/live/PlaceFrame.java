package org.vitrine.app.explain.live;

import java.awt.geom.Rectangle2D;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;

/** A frame around a part of a picture that is seen on any ground. */
final class PlaceFrame {
    private static final int FRAME = 0xFFD29922;
    private static final int HALO = 0xFF000000;
    /** A pixel may be smaller than what one sees. */
    private static final double LEAST = 7;

    private PlaceFrame() {}

    /** @param part as shares of the picture's width and height */
    static void draw(Sheet sheet, Rectangle2D picture, Rectangle2D part) {
        double wide = Math.max(LEAST, part.getWidth() * picture.getWidth());
        double high = Math.max(LEAST, part.getHeight() * picture.getHeight());
        Rectangle2D frame = new Rectangle2D.Double(
                picture.getX() + part.getCenterX() * picture.getWidth() - wide / 2,
                picture.getY() + part.getCenterY() * picture.getHeight() - high / 2,
                wide,
                high);
        sheet.begin("place");
        sheet.stroke(frame, HALO, Pen.of(3.5));
        sheet.stroke(frame, FRAME, Pen.of(2));
        sheet.end();
    }
}
