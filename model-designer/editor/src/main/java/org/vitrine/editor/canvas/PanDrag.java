package org.vitrine.editor.canvas;

import javafx.geometry.Point2D;

/** Pushes the paper. */
final class PanDrag implements Drag {
    private final Viewport viewport;
    private final Motion motion;
    private Point2D last;

    PanDrag(Viewport viewport, Motion motion, Point2D start) {
        this.motion = motion;
        this.viewport = viewport;
        last = start;
    }

    @Override
    public void move(Point2D point) {
        motion.pan();
        viewport.panBy(point.getX() - last.getX(), point.getY() - last.getY());
        last = point;
    }

    @Override
    public void end(Point2D point) {
        move(point);
    }

    @Override
    public void cancel() {}
}
