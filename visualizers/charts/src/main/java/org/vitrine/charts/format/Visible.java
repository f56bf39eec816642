package org.vitrine.charts.format;

/** Tokens whose white space can be seen. */
public final class Visible {
    private Visible() {}

    /** The token with signs for blanks, ends of lines and tabs. */
    public static String of(String token) {
        return token.replace(' ', '\u2423').replace('\n', '\u21b5').replace('\t', '\u21e5');
    }

    /** A name that may consist of white space alone. */
    public static String name(String name) {
        return name.isBlank() ? of(name) : name;
    }
}
