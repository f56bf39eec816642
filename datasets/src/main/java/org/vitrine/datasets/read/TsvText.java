package org.vitrine.datasets.read;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vitrine.datasets.DatasetException;

/** Gzipped tab-separated text in UTF-8 with a header line; no quoting, so quotation marks are plain text. */
public final class TsvText {
    private static final int MOST_LINES = 1_000_000;
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;

    private TsvText() {}

    /**
     * The rows below the header.
     *
     * @param name how messages call the file
     * @param header the expected column names
     */
    public static List<List<String>> readGzipped(InputStream in, String name, List<String> header)
            throws DatasetException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new Bounded(new GZIPInputStream(in), MOST_CHARACTERS), StandardCharsets.UTF_8.newDecoder()))) {
            return read(reader, name, header);
        } catch (ZipException e) {
            throw new DatasetException("File " + name + " is not a whole gzip file (" + e.getMessage() + ").", e);
        } catch (EOFException e) {
            throw new DatasetException("File " + name + " ends too early. Copy or download it again.", e);
        } catch (CharacterCodingException e) {
            throw new DatasetException("File " + name + " is not UTF-8 text. Save it with the encoding UTF-8.", e);
        } catch (IOException e) {
            throw new DatasetException("File " + name + " can not be read: " + e.getMessage(), e);
        }
    }

    private static List<List<String>> read(BufferedReader reader, String name, List<String> header)
            throws IOException, DatasetException {
        String first = reader.readLine();
        if (first == null || !cells(first).equals(header)) {
            throw new DatasetException(
                    "File " + name + " must start with the header line " + String.join(", ", header) + ".");
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            List<String> cells = cells(line);
            int number = rows.size() + 2;
            if (cells.size() != header.size()) {
                throw new DatasetException("File " + name + ", line " + number + ": " + cells.size() + " values where "
                        + header.size() + " are needed.");
            }
            if (number > MOST_LINES) {
                throw new DatasetException("File " + name + " has more than " + MOST_LINES + " lines.");
            }
            rows.add(cells);
        }
        Cancellation.check(name);
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }
}
