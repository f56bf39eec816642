package org.vitrine.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of pictures: a font that comes along, read without the platform's, so that a picture is the same on every
 * machine, also on one without any fonts.
 */
public final class Letters {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final String PLAIN_FILE = "Roboto-Regular.ttf";
    private static final String BOLD_FILE = "Roboto-Bold.ttf";

    private static final String UNKNOWN = "\uFFFD";
    /** Arrows, and signs for blanks and ends of lines and words. */
    private static final Map<String, String> PLAINER = Map.ofEntries(
            Map.entry("\u2192", "->"),
            Map.entry("\u2190", "<-"),
            Map.entry("\u2194", "<->"),
            Map.entry("\u21d2", "=>"),
            Map.entry("\u2423", "_"),
            Map.entry("\u2581", "_"),
            Map.entry("\u21b5", "\u00b6"),
            Map.entry("\u23ce", "\u00b6"),
            Map.entry("\u21e5", "\u00bb"));

    private final TrueTypeFont font;
    private final CmapLookup codes;
    private final int unitsPerEm;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /** One letter in the font's units, y upwards. */
    private record Glyph(Path2D outline, int advance) {}

    private Letters(String resource) {
        try (InputStream file = open(resource)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            codes = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " can not be read", e);
        }
    }

    /** The letters of texts. */
    public static Letters of(boolean bold) {
        return bold ? Text.BOLD : Text.PLAIN;
    }

    /** The letters of a TrueType font on the class path. */
    public static Letters read(String resource) {
        return new Letters(resource);
    }

    /** Read when the first text is drawn. */
    private static final class Text {
        static final Letters PLAIN = new Letters(FOLDER + PLAIN_FILE);
        static final Letters BOLD = new Letters(FOLDER + BOLD_FILE);
    }

    /** The file of the text font, for formats that take fonts along. */
    static InputStream open(boolean bold) {
        return open(FOLDER + (bold ? BOLD_FILE : PLAIN_FILE));
    }

    private static InputStream open(String resource) {
        InputStream file = Letters.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException("The font " + resource + " is not on the class path");
        }
        return file;
    }

    /**
     * The text with letters that the font lacks replaced: odd blanks, letters and signs by plain ones, others by the sign for a
     * letter that can not be shown; a question mark would be read as one.
     */
    String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(code -> {
            if (codes.getGlyphId(code) != 0) {
                known.appendCodePoint(code);
            } else {
                known.append(Character.isSpaceChar(code) || Character.isWhitespace(code) ? " " : plainer(code));
            }
        });
        return known.toString();
    }

    /** What stands for a letter that the font lacks, such as + for the raised one. */
    private String plainer(int code) {
        String letter = Character.toString(code);
        String plain = PLAINER.getOrDefault(letter, Normalizer.normalize(letter, Normalizer.Form.NFKC));
        return plain.codePoints().allMatch(part -> codes.getGlyphId(part) != 0) ? plain : UNKNOWN;
    }

    /** How wide a text is at this size. */
    public double width(String text, double size) {
        double units = known(text)
                .codePoints()
                .mapToDouble(code -> glyph(code).advance())
                .sum();
        return units * size / unitsPerEm;
    }

    /** The text, cut short with an ellipsis where it is wider than {@code room}. */
    static String fitted(String text, double room, ToDoubleFunction<String> width) {
        if (width.applyAsDouble(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width.applyAsDouble(text.substring(0, end) + "\u2026") > room) {
            end--;
        }
        return text.substring(0, end).strip() + "\u2026";
    }

    /** The text in lines that are no wider than {@code room}; a word that is wider stands on a line of its own, cut short. */
    static List<String> wrapped(String text, double room, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String line = "";
            for (String word : paragraph.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (line.isEmpty() || width.applyAsDouble(longer) <= room) {
                    line = longer;
                } else {
                    lines.add(fitted(line, room, width));
                    line = word;
                }
            }
            lines.add(fitted(line, room, width));
        }
        return lines;
    }

    /** The outline of a text whose base line begins at (x, y). */
    public Path2D outline(String text, double x, double y, double size) {
        Path2D outline = new Path2D.Double();
        double scale = size / unitsPerEm;
        double[] place = {x};
        known(text).codePoints().forEach(code -> {
            Glyph glyph = glyph(code);
            AffineTransform move = new AffineTransform(scale, 0, 0, -scale, place[0], y);
            outline.append(glyph.outline().getPathIterator(move), false);
            place[0] += glyph.advance() * scale;
        });
        return outline;
    }

    private Glyph glyph(int code) {
        return Objects.requireNonNull(glyphs.computeIfAbsent(codes.getGlyphId(code), this::read));
    }

    /** One thread at a time: the font reads its file, which has one place that it reads at. */
    private synchronized Glyph read(int id) {
        try {
            GlyphData data = font.getGlyph().getGlyph(id);
            return new Glyph(data == null ? new Path2D.Double() : data.getPath(), font.getAdvanceWidth(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
