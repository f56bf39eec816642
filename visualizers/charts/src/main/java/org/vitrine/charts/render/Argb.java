package org.vitrine.charts.render;

/** Arithmetic on colours packed as 0xAARRGGBB in sRGB. */
public final class Argb {
    private Argb() {}

    /** {@code share} 0 gives {@code from}, 1 gives {@code to}; all four channels. */
    public static int mix(int from, int to, double share) {
        return channel(from, to, share, 24)
                | channel(from, to, share, 16)
                | channel(from, to, share, 8)
                | channel(from, to, share, 0);
    }

    private static int channel(int from, int to, double share, int shift) {
        int a = from >>> shift & 0xFF;
        int b = to >>> shift & 0xFF;
        return (int) Math.round(a + (b - a) * share) << shift;
    }

    public static int grey(int level) {
        return 0xFF000000 | level << 16 | level << 8 | level;
    }

    /** {@code #rrggbb}, as CSS and HTML read it. */
    public static String css(int argb) {
        return String.format("#%06x", argb & 0xFFFFFF);
    }

    /** Relative luminance in [0, 1] by WCAG 2.1. */
    public static double luminance(int argb) {
        return 0.2126 * linear(argb >>> 16 & 0xFF) + 0.7152 * linear(argb >>> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int level) {
        double s = level / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    /** Contrast ratio of two colours by WCAG 2.1, from 1 to 21. */
    public static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /** Near-black or white, whichever reads better on {@code background}. */
    public static int textOn(int background) {
        int dark = 0xFF1F2328;
        return contrast(background, dark) >= contrast(background, 0xFFFFFFFF) ? dark : 0xFFFFFFFF;
    }
}
