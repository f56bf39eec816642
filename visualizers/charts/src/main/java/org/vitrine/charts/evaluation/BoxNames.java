package org.vitrine.charts.evaluation;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for the names of boxes in a picture, so that none covers another. */
final class BoxNames {
    static final double SIZE = 9;
    static final double HIGH = 12;

    private final Rectangle2D picture;
    private final List<Rectangle2D> taken = new ArrayList<>();

    BoxNames(Rectangle2D picture) {
        this.picture = picture;
    }

    /** A place at a corner of a box, inside or outside of it; empty if all are taken: its colour has to do then. */
    Optional<Rectangle2D> place(Rectangle2D box, double wide) {
        double[] across = {box.getMinX(), box.getMaxX() - wide};
        double[] down = {box.getMinY(), box.getMinY() - HIGH, box.getMaxY() - HIGH, box.getMaxY()};
        for (double y : down) {
            for (double x : across) {
                Rectangle2D place = inside(x, y, wide);
                if (taken.stream().noneMatch(place::intersects)) {
                    taken.add(place);
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private Rectangle2D inside(double x, double y, double wide) {
        double left = Math.max(picture.getMinX(), Math.min(x, picture.getMaxX() - wide));
        double top = Math.max(picture.getMinY(), Math.min(y, picture.getMaxY() - HIGH));
        return new Rectangle2D.Double(left, top, wide, HIGH);
    }
}
