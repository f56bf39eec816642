package org.vitrine.app.design.compare;

/** What happened to a part of a graph; the sign tells it without colour. */
public enum Mark {
    SAME("", "same"),
    ADDED("+", "added"),
    REMOVED("\u2212", "removed"),
    CHANGED("~", "changed");

    private final String sign;
    private final String style;

    Mark(String sign, String style) {
        this.sign = sign;
        this.style = style;
    }

    public String sign() {
        return sign;
    }

    /** The style class of what is marked. */
    public String style() {
        return "mark-" + style;
    }
}
