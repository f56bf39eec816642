package org.vitrine.app.explain.live;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;

/**
 * A heatmap with a frame around the place that is explained.
 *
 * @param mark as shares of the picture's width and height
 */
record MarkedMap(HeatmapFigure map, Rectangle2D mark) implements Figure {
    @Override
    public double height(double width) {
        return map.height(width);
    }

    /** What lies at a point of a figure of this size, as shares of the picture's width and height; empty beside it. */
    Optional<Point2D> share(double x, double y, double width, double height) {
        Rectangle2D picture = map.picture(width, height);
        return picture.contains(x, y)
                ? Optional.of(new Point2D.Double(
                        (x - picture.getX()) / picture.getWidth(), (y - picture.getY()) / picture.getHeight()))
                : Optional.empty();
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        map.draw(sheet, width, height, theme);
        Rectangle2D picture = map.picture(width, height);
        if (!picture.isEmpty()) {
            PlaceFrame.draw(sheet, picture, mark);
        }
    }
}
