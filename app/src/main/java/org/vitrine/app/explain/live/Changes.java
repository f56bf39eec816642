package org.vitrine.app.explain.live;

import java.util.Optional;
import org.vitrine.datasets.input.NewInput;

/** Hears of changes of an input. */
@FunctionalInterface
interface Changes {
    /**
     * The input changed.
     *
     * @param now empty if nothing is left of it
     * @param at {@link System#nanoTime()} of the change
     */
    void changed(Optional<NewInput> now, long at);
}
