package org.vitrine.app;

import javafx.animation.AnimationTimer;

/** Waits until the window is there, so that what is not in the first picture does not hold it up. */
final class FirstFrame {
    private FirstFrame() {}

    /** Runs {@code action} on the FX thread once a frame was drawn. */
    static void then(Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // The first pulse lays the window out, the second comes after it was drawn.
                if (++frames == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
