package org.vitrine.datasets.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Watches the characters on their way to the parser, which itself would take values and rows of any length. */
final class CsvGuard extends FilterReader {
    static final int MOST_COLUMNS = 10_000;
    private static final int LONGEST_VALUE = 100_000;
    private static final int LONGEST_ROW = 4_000_000;

    private final CsvDialect dialect;
    private long row = 1;
    private int column = 1;
    private int valueLength;
    private int rowLength;
    private State state = State.START;
    private boolean afterReturn;

    /** Where in a value the last character stood. */
    private enum State {
        START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    /** A table that is too large in one of its directions; the message goes on behind the file's name. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    CsvGuard(Reader in, CsvDialect dialect) {
        super(in);
        this.dialect = dialect;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            watch((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int i = offset; i < offset + count; i++) {
            watch(into[i]);
        }
        return count;
    }

    private void watch(char c) throws IOException {
        if (c == '\0') {
            throw new TooLarge(where() + " holds a NUL byte, so it is not UTF-8 text. Save it as CSV with the encoding"
                    + " UTF-8.");
        }
        boolean quoted = state == State.QUOTED;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (c == '\r' || !afterReturn) {
                row++;
            }
            column = 1;
            rowLength = 0;
            startValue();
        } else if (!quoted && c == dialect.separator()) {
            column++;
            if (column > MOST_COLUMNS) {
                throw new TooLarge(", row " + row + " has more than " + MOST_COLUMNS
                        + " columns. Is the separator right, and is it one row a line?");
            }
            startValue();
        } else {
            go(c);
        }
        afterReturn = c == '\r';
        rowLength++;
        if (valueLength > LONGEST_VALUE || rowLength > LONGEST_ROW) {
            throw new TooLarge(
                    where() + " is longer than " + (valueLength > LONGEST_VALUE ? LONGEST_VALUE : LONGEST_ROW)
                            + " characters. A quotation mark that is never closed is a common cause.");
        }
    }

    private void startValue() {
        valueLength = 0;
        state = State.START;
    }

    private void go(char c) {
        valueLength++;
        state = switch (state) {
            case START -> c == dialect.quote() ? State.QUOTED : Character.isWhitespace(c) ? State.START : State.PLAIN;
            case PLAIN -> State.PLAIN;
            case QUOTED -> c == dialect.quote() ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> c == dialect.quote() ? State.QUOTED : State.PLAIN;
        };
    }

    private String where() {
        return ", row " + row + ", column " + column;
    }
}
