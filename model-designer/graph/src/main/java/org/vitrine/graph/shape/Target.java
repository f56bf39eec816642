package org.vitrine.graph.shape;

/**
 * What is to be predicted of one example.
 *
 * @param size number of classes or of values
 * @param length time steps with a class of their own, or the most labels or boxes of an example; else 1
 */
public record Target(Kind kind, int size, int length) {

    /** The kinds of target. */
    public enum Kind {
        /** One of {@code size} classes. */
        CLASSES,
        /** {@code size} real numbers. */
        VALUES,
        /** One of {@code size} classes, or none, at each of {@code length} steps. */
        STEP_CLASSES,
        /** Up to {@code length} labels of {@code size} kinds in a row, at unknown places. */
        LABELS,
        /** Up to {@code length} boxes around objects of {@code size} classes. */
        BOXES
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

    public static Target labels(int kinds, int most) {
        return new Target(Kind.LABELS, kinds, most);
    }

    public static Target boxes(int classes, int most) {
        return new Target(Kind.BOXES, classes, most);
    }

    /** In words, such as {@code 10 classes}. */
    public String text() {
        return switch (kind) {
            case CLASSES -> size + " classes";
            case VALUES -> size + " values";
            case STEP_CLASSES -> size + " classes at each of " + length + " steps";
            case LABELS -> "up to " + length + " labels of " + size;
            case BOXES -> "up to " + length + " boxes of " + size + " classes";
        };
    }
}
