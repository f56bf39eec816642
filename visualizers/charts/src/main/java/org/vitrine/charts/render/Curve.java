package org.vitrine.charts.render;

/**
 * A curve of a picture.
 *
 * @param color index into {@link Palette}
 * @param dashed validation curves are dashed, training curves solid
 */
public record Curve(String name, Points points, int color, boolean dashed) {}
