package org.vitrine.editor.canvas;

/**
 * A quantity shown at a node: a short text, and a tint.
 *
 * @param heat share of the largest value, 0 to 1
 * @param spoken what the text means, in words
 */
public record Badge(String text, double heat, String spoken) {}
