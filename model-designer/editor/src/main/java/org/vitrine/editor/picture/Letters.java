package org.vitrine.editor.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The letters of pictures: a font that comes along, read without the platform's, so that a picture is the same on every
 * machine, also on one without any fonts.
 */
final class Letters {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final String ICONS =
            "/META-INF/resources/materialdesign2/7.4.47/fonts/materialdesignicons-webfont.ttf";

    private final TrueTypeFont font;
    private final CmapLookup codes;

    private Letters(String resource) {
        try (InputStream file = open(resource)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            codes = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " can not be read", e);
        }
    }

    static Letters plain() {
        return new Letters(FOLDER + "Roboto-Regular.ttf");
    }

    static Letters bold() {
        return new Letters(FOLDER + "Roboto-Bold.ttf");
    }

    static Letters icons() {
        return new Letters(ICONS);
    }

    /** The file of the text font, for formats that take fonts along. */
    static InputStream open(boolean bold) {
        return open(FOLDER + (bold ? "Roboto-Bold.ttf" : "Roboto-Regular.ttf"));
    }

    private static InputStream open(String resource) {
        InputStream file = Letters.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException("The font " + resource + " is not on the class path");
        }
        return file;
    }

    /** The text with letters that the font lacks replaced: odd blanks by plain ones, others by a question mark. */
    String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(code -> {
            if (codes.getGlyphId(code) != 0) {
                known.appendCodePoint(code);
            } else {
                known.append(Character.isSpaceChar(code) || Character.isWhitespace(code) ? ' ' : '?');
            }
        });
        return known.toString();
    }

    double width(String text, double size) {
        double units = known(text)
                .codePoints()
                .mapToDouble(code -> advance(codes.getGlyphId(code)))
                .sum();
        return units * size / unitsPerEm();
    }

    /** The text, cut short with an ellipsis where it is wider than {@code width}. */
    String fitted(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "\u2026", size) > width) {
            end--;
        }
        return text.substring(0, end).strip() + "\u2026";
    }

    /** The outline of a text whose base line begins at (x, y). */
    Path2D outline(String text, double x, double y, double size) {
        Path2D outline = new Path2D.Double();
        double scale = size / unitsPerEm();
        double[] place = {x};
        known(text).codePoints().forEach(code -> {
            int glyph = codes.getGlyphId(code);
            AffineTransform move = new AffineTransform(scale, 0, 0, -scale, place[0], y);
            GlyphData data = glyph(glyph);
            if (data != null) {
                outline.append(data.getPath().getPathIterator(move), false);
            }
            place[0] += advance(glyph) * scale;
        });
        return outline;
    }

    private @Nullable GlyphData glyph(int glyph) {
        try {
            return font.getGlyph().getGlyph(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int unitsPerEm() {
        try {
            return font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
