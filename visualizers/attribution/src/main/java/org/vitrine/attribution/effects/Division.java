package org.vitrine.attribution.effects;

/** Ways to divide inputs into parts. */
public enum Division {
    /** The columns of a table; all indicators of a category are one part. User and item of a rating. */
    COLUMNS,
    /** What was measured over time, or the colours of a picture. */
    CHANNELS,
    /** Blocks of time steps that follow one another. */
    STEPS,
    /** The cells of a grid over a picture. */
    PATCHES;

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
