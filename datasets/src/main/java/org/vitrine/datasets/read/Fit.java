package org.vitrine.datasets.read;

/** What becomes of a picture whose sides are not in the wanted ratio. */
public enum Fit {
    /** Each side is scaled by itself. */
    STRETCH,
    /** The middle is kept, the rest cut off. */
    CROP,
    /** The whole picture is kept, with black bars beside it. */
    PAD
}
