package org.vitrine.charts.render;

/** Colours of values in [0, 1]; the signed maps have zero at 0.5. Interpolated between anchors in sRGB. */
public enum ColorMap {
    /** Blue, white, red: ColorBrewer's RdBu turned round (Brewer 2003), safe for the colour-blind. */
    DIVERGING(
            0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xFFFFFF, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B,
            0x67001F),
    /** The same hues around a dark middle, for chips and bars on dark paper. */
    DIVERGING_DARK(
            0x9BD0F5, 0x6DB3E8, 0x4393C3, 0x2F6690, 0x263C50, 0x21262D, 0x50302A, 0x8C4136, 0xD6604D, 0xEB8B78,
            0xF9B9A9),
    /** Viridis (van der Walt and Smith 2015), anchors at tenths. */
    VIRIDIS(
            0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151, 0xBDDF26,
            0xFDE725),
    /** White to blue, for shares on light paper. */
    BLUES(0xFFFFFF, 0xE3EEF9, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B),
    /** Dark grey to light blue, for shares on dark paper. */
    BLUES_DARK(0x161B22, 0x16283D, 0x173659, 0x1A4A7A, 0x1F609E, 0x2C79C0, 0x4A96D9, 0x7BB7EC, 0xB0D7F8),
    /** Black to white. */
    GREYS(0x000000, 0xFFFFFF);

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction, never handed out
    private final int[] anchors;

    ColorMap(int... anchors) {
        this.anchors = anchors;
    }

    /** Opaque ARGB; values outside [0, 1] take the end colours, NaN is mid-grey. */
    public int argb(double unit) {
        if (Double.isNaN(unit)) {
            return 0xFF808080;
        }
        double place = Math.max(0, Math.min(1, unit)) * (anchors.length - 1);
        int below = Math.min(anchors.length - 2, (int) place);
        return 0xFF000000 | Argb.mix(anchors[below], anchors[below + 1], place - below);
    }
}
