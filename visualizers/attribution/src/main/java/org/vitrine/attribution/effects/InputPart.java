package org.vitrine.attribution.effects;

/**
 * A part of an input that belongs together.
 *
 * @param places of its values in an input, row by row
 */
public record InputPart(String name, int[] places) {}
