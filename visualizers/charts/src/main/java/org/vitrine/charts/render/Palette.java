package org.vitrine.charts.render;

/**
 * The colour-blind-safe palette of Okabe and Ito (2008), ordered so that neighbours differ most; the order depends on
 * light or dark paper since yellow is weak on white and black on dark.
 */
public final class Palette {
    private static final int[] LIGHT = {
        0xFF0072B2, 0xFFE69F00, 0xFF009E73, 0xFFD55E00, 0xFFCC79A7, 0xFF56B4E9, 0xFF000000, 0xFFF0E442
    };
    private static final int[] DARK = {
        0xFF56B4E9, 0xFFE69F00, 0xFF009E73, 0xFFD55E00, 0xFFCC79A7, 0xFFF0E442, 0xFFFFFFFF, 0xFF0072B2
    };

    private Palette() {}

    /** Number of colours before they repeat. */
    public static int size() {
        return LIGHT.length;
    }

    /** Colour {@code index}, counted around, as opaque ARGB. */
    public static int argb(int index, boolean darkPaper) {
        int i = Math.floorMod(index, LIGHT.length);
        return darkPaper ? DARK[i] : LIGHT[i];
    }
}
