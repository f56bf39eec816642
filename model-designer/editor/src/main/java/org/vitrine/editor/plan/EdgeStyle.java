package org.vitrine.editor.plan;

/** How edges run. */
public enum EdgeStyle {
    CURVED,
    /** Along rows and columns, with rounded corners. */
    ORTHOGONAL
}
