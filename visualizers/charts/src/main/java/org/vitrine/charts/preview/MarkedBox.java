package org.vitrine.charts.preview;

/**
 * A box to draw on an image; lengths are shares of the image's width and height.
 *
 * @param type class index, which gives the colour
 * @param name what stands at the box
 * @param left from the image's left edge
 * @param top from its upper edge
 */
public record MarkedBox(int type, String name, double left, double top, double width, double height) {}
