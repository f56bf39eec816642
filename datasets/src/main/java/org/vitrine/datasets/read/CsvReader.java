package org.vitrine.datasets.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;

/** Reads comma, semicolon or tab separated UTF-8 text, streaming, so that memory holds numbers and not texts. */
public final class CsvReader {
    /** Whether the first row holds column names; AUTO says yes if it holds no number. */
    public enum Header {
        AUTO,
        YES,
        NO
    }

    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int MOST_COLUMNS = 10_000;
    private static final int SNIFFED = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvReader() {}

    /**
     * Reads the user's own file.
     *
     * @param separator {@code ,}, {@code ;}, tab, or 0 to find out
     */
    public static RawTable read(String file, char separator, Header header) throws DatasetException {
        Path path = path(file);
        try (InputStream in = Files.newInputStream(path)) {
            return read(in, file, separator, header);
        } catch (IOException e) {
            throw new DatasetException("File " + file + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads a table from a stream.
     *
     * @param name how messages call the file
     */
    public static RawTable read(InputStream in, String name, char separator, Header header) throws DatasetException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new Bounded(in, MOST_BYTES), StandardCharsets.UTF_8.newDecoder()))) {
            String start = start(reader);
            if (start.startsWith("PK\u0003\u0004")) {
                throw new DatasetException(
                        "File " + name
                                + " is a spreadsheet or zip file, not text. In the spreadsheet program, save it as CSV (UTF-8).");
            }
            if (start.indexOf('\0') >= 0) {
                throw notUtf8(name, null);
            }
            char used = separator == 0 ? separator(start) : separator;
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(used)
                    .setTrim(true)
                    .setIgnoreEmptyLines(false)
                    .get();
            try (CSVParser parser = format.parse(reader)) {
                return read(parser, name, header);
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(name, e);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof CharacterCodingException) {
                throw notUtf8(name, e);
            }
            throw new DatasetException(
                    "File " + name + " can not be read as CSV: " + cause.getMessage()
                            + " A quotation mark that is never closed is a common cause.",
                    e);
        }
    }

    private static RawTable read(CSVParser parser, String name, Header header) throws DatasetException {
        List<String> first = List.of();
        List<ColumnBuilder> columns = new ArrayList<>();
        boolean firstIsHeader = header == Header.YES;
        int[] rowNumbers = new int[64];
        int rows = 0;
        for (CSVRecord row : parser) {
            int number = (int) row.getRecordNumber();
            if (row.size() == 1 && row.get(0).isEmpty()) {
                continue;
            }
            if (number % 1024 == 0) {
                Cancellation.check(name);
            }
            if (first.isEmpty()) {
                first = row.toList();
                checkWidth(first, name);
                first.forEach(cell -> columns.add(new ColumnBuilder()));
                if (header == Header.YES) {
                    continue;
                }
                if (header == Header.AUTO && looksLikeHeader(first)) {
                    firstIsHeader = true;
                    continue;
                }
            }
            if (row.size() != columns.size()) {
                throw new DatasetException(
                        "File " + name + ", row " + number + " has " + row.size() + " values, but the first row has "
                                + columns.size()
                                + ". Every row needs the same number; is a value with a separator missing its quotation marks?");
            }
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(row.get(i));
            }
            if (rows == rowNumbers.length) {
                rowNumbers = Arrays.copyOf(rowNumbers, 2 * rows);
            }
            rowNumbers[rows++] = number;
        }
        if (first.isEmpty()) {
            throw new DatasetException(
                    "File " + name + " is empty. It needs a row of column names and rows of values.");
        }
        if (rows == 0) {
            throw new DatasetException("File " + name + " has a row of column names but no rows of values below it.");
        }
        List<String> names = names(first, firstIsHeader, name);
        List<Column> built = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            built.add(columns.get(i).build(names.get(i)));
        }
        return new RawTable(name, built, Arrays.copyOf(rowNumbers, rows));
    }

    private static void checkWidth(List<String> first, String name) throws DatasetException {
        if (first.size() < 2) {
            throw new DatasetException("File " + name
                    + " has only one column; at least an input and a target are needed. Is the separator right? It may be a comma,"
                    + " semicolon or tab.");
        }
        if (first.size() > MOST_COLUMNS) {
            throw new DatasetException(
                    "File " + name + " has " + first.size() + " columns; at most " + MOST_COLUMNS + " can be read.");
        }
    }

    private static boolean looksLikeHeader(List<String> first) {
        return first.stream().noneMatch(cell -> !Double.isNaN(ColumnBuilder.number(cell)));
    }

    private static List<String> names(List<String> first, boolean isHeader, String file) throws DatasetException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = isHeader && !first.get(i).isEmpty() ? first.get(i) : "column " + (i + 1);
            if (!seen.add(name)) {
                throw new DatasetException(
                        "File " + file + " has two columns named \"" + name + "\". Give each column its own name.");
            }
            names.add(name);
        }
        return names;
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

    /** The separator that stands most often in the first line, outside quotation marks. */
    private static char separator(String start) {
        char[] candidates = {',', ';', '\t'};
        int[] counts = new int[candidates.length];
        boolean quoted = false;
        String text = start.stripLeading();
        for (int i = 0; i < text.length() && (quoted || (text.charAt(i) != '\n' && text.charAt(i) != '\r')); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            for (int k = 0; k < candidates.length; k++) {
                counts[k] += !quoted && c == candidates[k] ? 1 : 0;
            }
        }
        int best = 0;
        for (int k = 1; k < candidates.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return candidates[best];
    }

    private static Path path(String file) throws DatasetException {
        try {
            Path path = Path.of(file);
            if (!Files.exists(path)) {
                throw new DatasetException("There is no file " + path.toAbsolutePath() + ". Choose the file again.");
            }
            if (Files.isDirectory(path)) {
                throw new DatasetException(path.toAbsolutePath() + " is a folder. Choose a CSV file in it.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new DatasetException("File " + file + " has " + Files.size(path) / (1024 * 1024)
                        + " MB; at most 200 MB can be read. Save a part of its rows as a file of its own.");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new DatasetException("\"" + file + "\" is not a file name: " + e.getReason() + ".", e);
        } catch (IOException e) {
            throw new DatasetException("File " + file + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    private static DatasetException notUtf8(String name, @Nullable Exception cause) {
        String message = "File " + name
                + " is not UTF-8 text. In the program it comes from, save it as CSV with the encoding UTF-8.";
        return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
    }
}
