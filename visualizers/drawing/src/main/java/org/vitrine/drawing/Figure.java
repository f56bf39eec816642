package org.vitrine.drawing;

/** Something that can be drawn at any size, on a screen, into a picture or a document. Immutable; any thread may draw it. */
@FunctionalInterface
public interface Figure {

    /** Draws into the rectangle from (0, 0) to (width, height), whose paper is painted already. */
    void draw(Sheet sheet, double width, double height, Theme theme);

    /** How high it has to be at a width for all of it to be seen; 0 where any height shows all. */
    default double height(double width) {
        return 0;
    }
}
