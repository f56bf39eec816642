package org.vitrine.drawing;

import java.awt.Color;
import java.util.Locale;

/** Colours as numbers (ARGB) and as texts. */
public final class Colours {
    private Colours() {}

    /** The opaque colour that {@code #rrggbb} names. */
    public static int argb(String hex) {
        return 0xFF000000 | Color.decode(hex).getRGB();
    }

    /** {@code #rrggbb}, whatever the opacity. */
    public static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    /** From 0 to 1. */
    public static double opacity(int argb) {
        return (argb >>> 24) / 255.0;
    }

    /** The same colour with another opacity, from 0 to 1. */
    public static int withOpacity(int argb, double opacity) {
        return (argb & 0xFFFFFF) | ((int) Math.round(255 * Math.max(0, Math.min(1, opacity))) << 24);
    }
}
