package org.vitrine.charts.heatmap;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A picture with relevance over it and the legend of its colours.
 *
 * @param relevance empty shows the picture alone
 * @param opacity of the relevance, 0 to 1
 * @param mark a part that is framed, in shares of the width and the height; empty for none
 */
public record HeatmapFigure(Raster image, Optional<Relevance> relevance, double opacity, Optional<Rectangle2D> mark)
        implements Figure {
    private static final double SIZE = 11;
    private static final double EDGE = 8;
    private static final double BAR = 12;
    private static final double LEGEND = 72;
    /** A pixel may be smaller than what one sees. */
    private static final double LEAST = 7;

    /** Without a frame. */
    public HeatmapFigure(Raster image, Optional<Relevance> relevance, double opacity) {
        this(image, relevance, opacity, Optional.empty());
    }

    /** Where the picture lies in a figure of this size; empty if there is no room for it. */
    public Rectangle2D picture(double width, double height) {
        double aspect = (double) image.width() / image.height();
        double room = width - 2 * EDGE - (relevance.isPresent() ? LEGEND : 0);
        double high = Math.min(height - 2 * EDGE, room / aspect);
        return high < 4 ? new Rectangle2D.Double() : new Rectangle2D.Double(EDGE, EDGE, high * aspect, high);
    }

    /** What lies at a point of a figure of this size, in shares of the picture's width and height; empty beside it. */
    public Optional<Point2D> share(double x, double y, double width, double height) {
        Rectangle2D picture = picture(width, height);
        return picture.contains(x, y)
                ? Optional.of(new Point2D.Double(
                        (x - picture.getX()) / picture.getWidth(), (y - picture.getY()) / picture.getHeight()))
                : Optional.empty();
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        Rectangle2D picture = picture(width, height);
        if (picture.isEmpty()) {
            return;
        }
        double wide = picture.getWidth();
        double high = picture.getHeight();
        // As many pixels as the finer of the two has: they stay squares when they grow.
        int columns = Math.max(image.width(), relevance.map(Relevance::width).orElse(1));
        int rows = Math.max(image.height(), relevance.map(Relevance::height).orElse(1));
        ColorScale scale = relevance.map(Relevance::scale).orElse(ColorScale.sequential(100, new float[] {1}));
        sheet.begin("heatmap");
        sheet.paint(
                HeatmapImage.render(image, relevance.orElse(null), scale, opacity, false, columns, rows)
                        .buffered(),
                EDGE,
                EDGE,
                wide,
                high);
        sheet.stroke(picture, theme.grid(), Pen.of(1));
        mark.ifPresent(part -> frame(sheet, part, picture));
        sheet.end();
        if (relevance.isPresent()) {
            legend(sheet, scale, EDGE + wide + 12, high, theme);
        }
    }

    /** White on black is seen on any picture. */
    private static void frame(Sheet sheet, Rectangle2D part, Rectangle2D picture) {
        double wide = Math.max(LEAST, part.getWidth() * picture.getWidth());
        double high = Math.max(LEAST, part.getHeight() * picture.getHeight());
        Rectangle2D box = new Rectangle2D.Double(
                picture.getX() + part.getCenterX() * picture.getWidth() - wide / 2,
                picture.getY() + part.getCenterY() * picture.getHeight() - high / 2,
                wide,
                high);
        sheet.stroke(box, 0xFF000000, Pen.of(3));
        sheet.stroke(box, 0xFFFFFFFF, Pen.of(1.5));
    }

    private static void legend(Sheet sheet, ColorScale scale, double x, double high, Theme theme) {
        int parts = 48;
        sheet.begin("legend");
        for (int i = 0; i < parts; i++) {
            double share = 1 - (i + 0.5) / parts;
            sheet.fillBox(
                    x,
                    EDGE + i * high / parts,
                    BAR,
                    high / parts + 0.5,
                    scale.map().argb(share));
        }
        sheet.stroke(new Rectangle2D.Double(x, EDGE, BAR, high), theme.grid(), Pen.of(1));
        double text = x + BAR + 6;
        write(sheet, Numbers.signed(scale.max(), 3), text, EDGE + SIZE, theme);
        if (scale.signed() && high > 5 * SIZE) {
            write(sheet, "0", text, EDGE + high / 2 + SIZE / 3, theme);
        }
        write(sheet, Numbers.signed(scale.min(), 3), text, EDGE + high, theme);
        sheet.end();
    }

    private static void write(Sheet sheet, String text, double x, double y, Theme theme) {
        sheet.write(new Words(text, x, y, Anchor.START, SIZE, false, theme.text()));
    }
}
