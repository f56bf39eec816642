package org.vitrine.editor.picture;

/** What a picture is drawn on. */
public enum Paper {
    /** As on the canvas by day. */
    LIGHT(0xFFF6F8FA, 0xFFD0D7DE, 0xFF6E7781, 0xFF1F2328, 0xFF57606A),
    /** White, with darker lines that survive a printer. */
    WHITE(0xFFFFFFFF, 0xFF8C959F, 0xFF424A53, 0xFF000000, 0xFF424A53);

    private final int ground;
    private final int border;
    private final int line;
    private final int text;
    private final int muted;

    Paper(int ground, int border, int line, int text, int muted) {
        this.ground = ground;
        this.border = border;
        this.line = line;
        this.text = text;
        this.muted = muted;
    }

    int ground() {
        return ground;
    }

    int border() {
        return border;
    }

    int line() {
        return line;
    }

    int text() {
        return text;
    }

    int muted() {
        return muted;
    }
}
