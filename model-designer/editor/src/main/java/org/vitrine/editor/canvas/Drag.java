package org.vitrine.editor.canvas;

import javafx.geometry.Point2D;

/** What happens between pressing and releasing the mouse; points are in the canvas's pixels. */
interface Drag {
    void move(Point2D point);

    void end(Point2D point);

    void cancel();
}
