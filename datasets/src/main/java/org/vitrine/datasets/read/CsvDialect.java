package org.vitrine.datasets.read;

/**
 * How a table is written down. A 0 means: find out.
 *
 * @param separator between two values: comma, semicolon, tab or pipe
 * @param quote around values that hold separators
 * @param decimal point or comma in numbers
 */
public record CsvDialect(char separator, char quote, char decimal, Header header) {
    public static final CsvDialect AUTO = new CsvDialect('\0', '\0', '\0', Header.AUTO);

    /** Whether the first row holds column names; AUTO says yes if it holds no number. */
    public enum Header {
        AUTO,
        YES,
        NO
    }
}
