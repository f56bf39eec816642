package org.vitrine.editor.picture;

/** What a picture is drawn on. */
public enum Paper {
    /** As on the canvas by day. */
    LIGHT("#f6f8fa", "#d0d7de", "#6e7781", "#1f2328", "#57606a"),
    /** White, with darker lines that survive a printer. */
    WHITE("#ffffff", "#8c959f", "#424a53", "#000000", "#424a53");

    private final String ground;
    private final String border;
    private final String line;
    private final String text;
    private final String muted;

    Paper(String ground, String border, String line, String text, String muted) {
        this.ground = ground;
        this.border = border;
        this.line = line;
        this.text = text;
        this.muted = muted;
    }

    String ground() {
        return ground;
    }

    String border() {
        return border;
    }

    String line() {
        return line;
    }

    String text() {
        return text;
    }

    String muted() {
        return muted;
    }
}
