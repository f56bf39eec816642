package org.vitrine.charts.credibility;

/** A verdict as a sign: told apart by shape as well as by colour. */
public enum Light {
    GOOD(0xFF1A7F37, 0xFF3FB950),
    DOUBT(0xFF9A6700, 0xFFD29922),
    BAD(0xFFCF222E, 0xFFF85149),
    UNKNOWN(0xFF57606A, 0xFF8B949E);

    private final int onLight;
    private final int onDark;

    Light(int onLight, int onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /** Its colour, as ARGB. */
    public int argb(boolean dark) {
        return dark ? onDark : onLight;
    }
}
