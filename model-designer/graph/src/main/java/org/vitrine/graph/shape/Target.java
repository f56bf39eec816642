package org.vitrine.graph.shape;

/**
 * What is to be predicted of one example.
 *
 * @param size number of classes or of values
 * @param length time steps with a class of their own; 1 for kinds without steps
 */
public record Target(Kind kind, int size, int length) {

    /** The kinds of target. */
    public enum Kind {
        /** One of {@code size} classes. */
        CLASSES,
        /** {@code size} real numbers. */
        VALUES,
        /** One of {@code size} classes, or none, at each of {@code length} steps. */
        STEP_CLASSES
    }

    public static Target classes(int count) {
        return new Target(Kind.CLASSES, count, 1);
    }

    public static Target values(int count) {
        return new Target(Kind.VALUES, count, 1);
    }

    /**
     * A class at each step.
     *
     * @param steps of the sequence that the head gets to see
     */
    public static Target stepClasses(int count, int steps) {
        return new Target(Kind.STEP_CLASSES, count, steps);
    }
}
