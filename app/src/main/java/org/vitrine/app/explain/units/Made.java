package org.vitrine.app.explain.units;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.SessionEvent.Maximised;

/**
 * An input that was made to excite a unit.
 *
 * @param answer what the worker said of it
 * @param input as the network takes it
 * @param course the activation before each step, and at last that of the input
 * @param frames inputs on the way
 * @param at the steps that they are of
 */
public record Made(Maximised answer, Tensor input, float[] course, List<Tensor> frames, List<Integer> at) {
    public Made {
        frames = List.copyOf(frames);
        at = List.copyOf(at);
    }

    /** How many steps were made. */
    int steps() {
        return course.length - 1;
    }
}
