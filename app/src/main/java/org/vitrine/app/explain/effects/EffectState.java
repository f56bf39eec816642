package org.vitrine.app.explain.effects;

/** How far an answer is. */
public sealed interface EffectState<T> {
    /** Nothing was asked. */
    record Nothing<T>() implements EffectState<T> {}

    /** {@code share} of the work is done, 0 to 1. */
    record Computing<T>(double share) implements EffectState<T> {}

    record Done<T>(T found) implements EffectState<T> {}

    /** The text says why there is no answer. */
    record Failed<T>(String message) implements EffectState<T> {}
}
