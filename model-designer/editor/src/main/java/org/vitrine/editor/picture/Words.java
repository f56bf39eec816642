package org.vitrine.editor.picture;

/**
 * A line of text in a picture.
 *
 * @param y its base line
 * @param color as {@code #rrggbb}
 */
record Words(String text, double x, double y, Anchor anchor, double size, boolean bold, String color) {}
