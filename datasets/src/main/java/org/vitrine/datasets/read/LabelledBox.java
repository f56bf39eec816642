package org.vitrine.datasets.read;

/**
 * A named box in a picture, in pixels from its top left corner.
 *
 * @param name class of what is in it
 */
public record LabelledBox(String name, double left, double top, double right, double bottom) {}
