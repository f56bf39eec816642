package org.vitrine.editor.canvas;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.scene.transform.Affine;
import org.vitrine.editor.plan.Box;

/** Pan and zoom: the one transform between the graph's pixels and the canvas's. */
final class Viewport {
    static final double MIN_SCALE = 0.1;
    static final double MAX_SCALE = 3;
    /** A graph that is opened is shown whole down to this scale. */
    private static final double SMALLEST_WHOLE = 0.6;
    /** Names can just be read. */
    private static final double SMALLEST_READ = 0.5;

    private static final double LARGEST_PART = 0.75;
    private static final double MARGIN = 32;

    private final Affine affine = new Affine();
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private boolean opened;

    Affine affine() {
        return affine;
    }

    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    double scale() {
        return scale.get();
    }

    Point2D toGraph(double x, double y) {
        return new Point2D((x - affine.getTx()) / scale(), (y - affine.getTy()) / scale());
    }

    /** The part of the graph that a canvas of this size shows. */
    Box visible(double width, double height) {
        Point2D first = toGraph(0, 0);
        Point2D last = toGraph(width, height);
        return new Box(first.getX(), first.getY(), last.getX(), last.getY());
    }

    Point2D toCanvas(double x, double y) {
        return new Point2D(x * scale() + affine.getTx(), y * scale() + affine.getTy());
    }

    /** How far a point of the graph must move, in the graph's pixels, to lie on a whole pixel of the canvas. */
    Point2D toWholePixels(double x, double y) {
        Point2D at = toCanvas(x, y);
        return new Point2D((Math.rint(at.getX()) - at.getX()) / scale(), (Math.rint(at.getY()) - at.getY()) / scale());
    }

    void panBy(double dx, double dy) {
        set(scale(), affine.getTx() + dx, affine.getTy() + dy);
    }

    /** Zooms so that the point of the graph under (x, y) of the canvas stays there. */
    void zoomAt(double factor, double x, double y) {
        Point2D fixed = toGraph(x, y);
        double zoomed = clamp(scale() * factor);
        set(zoomed, x - fixed.getX() * zoomed, y - fixed.getY() * zoomed);
    }

    /** Shows all of {@code area}, never larger than {@code largest}. */
    void fit(Box area, double width, double height, double largest) {
        if (width <= 2 * MARGIN || height <= 2 * MARGIN) {
            return;
        }
        double wanted = Math.min((width - 2 * MARGIN) / area.width(), (height - 2 * MARGIN) / area.height());
        double fitted = clamp(Math.min(wanted, largest));
        set(fitted, width / 2 - area.centreX() * fitted, height / 2 - area.centreY() * fitted);
    }

    /**
     * Shows all of {@code area} if it can be read then; else its upper part, as wide as can be, around {@code x}.
     *
     * @param x of the first layer, in the graph's pixels
     */
    void open(Box area, double x, double width, double height) {
        fit(area, width, height, 1);
        if (width > 2 * MARGIN && scale() < SMALLEST_WHOLE) {
            double across = (width - 2 * MARGIN) / area.width();
            double shown = Math.max(SMALLEST_READ, Math.min(LARGEST_PART, across));
            double half = (width / 2 - MARGIN) / shown;
            double middle = area.width() <= 2 * half
                    ? area.centreX()
                    : Math.max(area.left() + half, Math.min(area.right() - half, x));
            set(shown, width / 2 - middle * shown, MARGIN - area.top() * shown);
        }
        opened = true;
    }

    /** Whether nothing moved or zoomed since a graph was opened. */
    boolean isAsOpened() {
        return opened;
    }

    /** Moves as little as needed to show {@code area} within a margin. */
    void reveal(Box area, double width, double height) {
        Point2D topLeft = toCanvas(area.left(), area.top());
        Point2D bottomRight = toCanvas(area.right(), area.bottom());
        panBy(shift(topLeft.getX(), bottomRight.getX(), width), shift(topLeft.getY(), bottomRight.getY(), height));
    }

    private static double shift(double low, double high, double size) {
        double lowGap = MARGIN - low;
        double highGap = size - MARGIN - high;
        if (lowGap > 0) {
            return lowGap;
        }
        return Math.min(highGap, 0);
    }

    /** Puts the point (x, y) of the graph into the middle. */
    void centre(double x, double y, double width, double height) {
        set(scale(), width / 2 - x * scale(), height / 2 - y * scale());
    }

    private static double clamp(double wanted) {
        return Math.max(MIN_SCALE, Math.min(MAX_SCALE, wanted));
    }

    private void set(double newScale, double tx, double ty) {
        opened = false;
        // The scale first: those who listen to the transform read both.
        scale.set(newScale);
        affine.setToTransform(newScale, 0, tx, 0, newScale, ty);
    }
}
