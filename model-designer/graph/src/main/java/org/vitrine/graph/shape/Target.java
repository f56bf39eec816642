package org.vitrine.graph.shape;

/** What is to be predicted: one of {@code size} classes, or {@code size} real numbers. */
public record Target(Kind kind, int size) {

    /** The two kinds of target. */
    public enum Kind {
        CLASSES,
        VALUES
    }

    public static Target classes(int count) {
        return new Target(Kind.CLASSES, count);
    }

    public static Target values(int count) {
        return new Target(Kind.VALUES, count);
    }
}
