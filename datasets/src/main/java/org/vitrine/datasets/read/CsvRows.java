package org.vitrine.datasets.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;

/** The rows of a UTF-8 table one after the other, bounded in every direction. */
public final class CsvRows implements AutoCloseable {
    /** Largest file that is opened. */
    public static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final int SNIFFED = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final BufferedReader reader;
    private final CsvDialect dialect;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> names;
    private @Nullable CSVRecord held;
    private int number;

    /**
     * Reads up to the column names.
     *
     * @param in is closed with this, also when this fails
     * @param name how messages call the file
     */
    public CsvRows(InputStream in, String name, CsvDialect asked) throws DatasetException {
        this.name = name;
        this.reader = new BufferedReader(
                new InputStreamReader(new Bounded(in, MOST_BYTES), StandardCharsets.UTF_8.newDecoder()));
        try {
            String start = start(reader);
            if (start.startsWith("PK\u0003\u0004")) {
                throw new DatasetException(
                        "File " + name
                                + " is a spreadsheet or zip file, not text. In the spreadsheet program, save it as CSV (UTF-8).");
            }
            if (start.indexOf('\0') >= 0) {
                throw notUtf8(null);
            }
            dialect = CsvSniffer.complete(asked, start);
            parser = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(dialect.separator())
                    .setQuote(dialect.quote())
                    .setTrim(true)
                    .setIgnoreEmptyLines(false)
                    .get()
                    .parse(new CsvGuard(reader, dialect));
            records = parser.iterator();
            CSVRecord first = record();
            if (first == null) {
                throw new DatasetException(
                        "File " + name + " is empty. It needs a row of column names and rows of values.");
            }
            boolean isHeader = dialect.header() == CsvDialect.Header.YES
                    || (dialect.header() == CsvDialect.Header.AUTO && looksLikeHeader(first.toList(), dialect));
            names = names(first.toList(), isHeader);
            held = isHeader ? null : first;
        } catch (IOException e) {
            close();
            throw failed(e);
        } catch (DatasetException e) {
            close();
            throw e;
        }
    }

    /** Opens the user's own file. */
    public static CsvRows open(Path file, CsvDialect dialect) throws DatasetException {
        UserFile.check(file, MOST_BYTES, "Save a part of its rows as a file of its own.");
        try {
            return new CsvRows(Files.newInputStream(file), file.toString(), dialect);
        } catch (IOException e) {
            throw UserFile.unreadable(file.toString(), e);
        }
    }

    /** How the table is written down, as far as asked or found out. */
    public CsvDialect dialect() {
        return dialect;
    }

    /** Column names; "column 1" and so on where there are none. */
    public List<String> names() {
        return names;
    }

    /** The next row that is not blank, null at the end; as many values as there are columns. */
    public @Nullable List<String> next() throws DatasetException {
        CSVRecord row = held != null ? held : record();
        held = null;
        if (row == null) {
            return null;
        }
        number = (int) row.getRecordNumber();
        if (number % 1024 == 0) {
            Cancellation.check(name);
        }
        if (row.size() != names.size()) {
            throw new DatasetException(
                    "File " + name + ", row " + number + " has " + row.size() + " values, but the first row has "
                            + names.size()
                            + ". Every row needs the same number; is a value with a separator missing its quotation marks?");
        }
        return row.toList();
    }

    /** Where the row of {@link #next()} stands in the file, counted from 1 as spreadsheets do. */
    public int number() {
        return number;
    }

    /** The index of a column. */
    public int column(String column, String role) throws DatasetException {
        int index = names.indexOf(column);
        if (index < 0) {
            String all = String.join(", ", names);
            throw new DatasetException("File " + name + " has no column \"" + column + "\" " + role + ". It has: "
                    + (all.length() <= 200 ? all : all.substring(0, 200) + "…") + ".");
        }
        return index;
    }

    @Override
    public void close() throws DatasetException {
        try {
            reader.close();
        } catch (IOException e) {
            throw UserFile.unreadable(name, e);
        }
    }

    private @Nullable CSVRecord record() throws DatasetException {
        try {
            while (records.hasNext()) {
                CSVRecord row = records.next();
                if (row.size() != 1 || !row.get(0).isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw failed(e);
        }
    }

    private DatasetException failed(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof CsvGuard.TooLarge)) {
            cause = cause.getCause();
        }
        if (cause instanceof CharacterCodingException) {
            return notUtf8(e);
        }
        if (cause instanceof CsvGuard.TooLarge) {
            return new DatasetException("File " + name + cause.getMessage(), e);
        }
        return new DatasetException(
                "File " + name + " can not be read as CSV: " + cause.getMessage()
                        + " A quotation mark that is never closed is a common cause.",
                e);
    }

    private DatasetException notUtf8(@Nullable Exception cause) {
        String message = "File " + name
                + " is not UTF-8 text. In the program it comes from, save it as CSV with the encoding UTF-8.";
        return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
    }

    private static boolean looksLikeHeader(List<String> first, CsvDialect dialect) {
        return first.stream().noneMatch(cell -> !Double.isNaN(ColumnBuilder.number(cell, dialect.decimal())));
    }

    private List<String> names(List<String> first, boolean isHeader) throws DatasetException {
        List<String> result = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String cell = isHeader && !first.get(i).isEmpty() ? first.get(i) : "column " + (i + 1);
            if (!seen.add(cell)) {
                throw new DatasetException("File " + name + " has two columns named \"" + cell
                        + "\", the second is column " + (i + 1) + ". Give each column its own name.");
            }
            result.add(cell);
        }
        return List.copyOf(result);
    }

    /** The start of the text, at which the reader then stands, after a byte order mark if there is one. */
    private static String start(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        char[] buffer = new char[SNIFFED];
        reader.mark(SNIFFED + 1);
        int length = 0;
        for (int read = reader.read(buffer); read > 0; read = reader.read(buffer, length, SNIFFED - length)) {
            length += read;
        }
        reader.reset();
        return new String(buffer, 0, length);
    }
}
