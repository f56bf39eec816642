package org.vitrine.editor.canvas;

/** How much is drawn at a zoom: what could not be read is left out. */
enum Detail {
    /** Boxes and lines. */
    BOXES,
    /** Boxes with names. */
    NAMES,
    /** Everything. */
    FULL;

    private static final double NAMES_FROM = 0.2;
    private static final double FULL_FROM = 0.45;

    static Detail at(double scale) {
        if (scale < NAMES_FROM) {
            return BOXES;
        }
        return scale < FULL_FROM ? NAMES : FULL;
    }
}
