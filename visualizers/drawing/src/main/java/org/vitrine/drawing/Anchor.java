package org.vitrine.drawing;

/** Which point of a text is given. */
public enum Anchor {
    START,
    MIDDLE,
    END;

    /** Where a text of this width begins. */
    double start(double x, double width) {
        return switch (this) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
    }
}
