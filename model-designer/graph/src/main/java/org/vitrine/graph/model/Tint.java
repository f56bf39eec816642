package org.vitrine.graph.model;

/** The colours of notes and frames; what they look like is up to the theme. */
public enum Tint {
    GREY,
    YELLOW,
    GREEN,
    BLUE,
    VIOLET,
    RED
}
