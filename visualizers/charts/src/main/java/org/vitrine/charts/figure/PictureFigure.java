package org.vitrine.charts.figure;

import java.awt.image.BufferedImage;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;

/** A picture as large as it fits, in the middle. */
public record PictureFigure(BufferedImage image) implements Figure {
    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double scale = Math.min(width / image.getWidth(), height / image.getHeight());
        double wide = image.getWidth() * scale;
        double high = image.getHeight() * scale;
        sheet.paint(image, (width - wide) / 2, (height - high) / 2, wide, high);
    }
}
