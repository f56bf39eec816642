package org.vitrine.charts.evaluation;

import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.Palette;

/** Colours of classes: those of the palette, then the same ones paler. */
final class Hues {
    private static final double PALER = 0.5;

    private Hues() {}

    static int of(int index, boolean darkPaper) {
        int base = Palette.argb(index, darkPaper);
        boolean again = index / Palette.size() % 2 == 1;
        return again ? Argb.mix(base, darkPaper ? 0xFF303030 : 0xFFD0D0D0, PALER) : base;
    }
}
