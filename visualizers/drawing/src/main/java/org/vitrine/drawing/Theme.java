package org.vitrine.drawing;

/**
 * The colours that all figures share, as ARGB.
 *
 * @param dark whether the paper is dark, so that other colours have to be light
 */
public record Theme(int paper, int text, int muted, int grid, boolean dark) {
    /** For files. */
    public static final Theme WHITE = new Theme(0xFFFFFFFF, 0xFF1F2328, 0xFF57606A, 0xFFD8DEE4, false);
}
