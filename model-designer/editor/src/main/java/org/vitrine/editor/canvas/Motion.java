package org.vitrine.editor.canvas;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Whether the paper moves: from a step of pan or zoom until nothing has moved for a moment. */
final class Motion {
    private static final Duration REST = Duration.millis(140);

    private final PauseTransition rest = new PauseTransition(REST);
    private final Runnable changed;
    private boolean moving;
    private boolean zooming;

    /** @param changed called when the paper comes to rest, and when a zoom begins */
    Motion(Runnable changed) {
        this.changed = changed;
        rest.setOnFinished(event -> stop());
    }

    boolean isMoving() {
        return moving;
    }

    boolean isZooming() {
        return zooming;
    }

    /** A step of a pan. */
    void pan() {
        moving = true;
        rest.playFromStart();
    }

    /** A step of a zoom. */
    void zoom() {
        pan();
        if (!zooming) {
            zooming = true;
            changed.run();
        }
    }

    private void stop() {
        moving = false;
        zooming = false;
        changed.run();
    }
}
