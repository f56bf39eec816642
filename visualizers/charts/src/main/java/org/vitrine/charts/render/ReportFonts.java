package org.vitrine.charts.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Inter, from the jar that brings it, so that reports look the same on servers with hardly any fonts. */
final class ReportFonts {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFonts.class);
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final Font REGULAR = load("Inter-Regular.otf", Font.PLAIN);
    private static final Font BOLD = load("Inter-SemiBold.otf", Font.BOLD);

    private ReportFonts() {}

    static Font regular(float size) {
        return REGULAR.deriveFont(size);
    }

    static Font bold(float size) {
        return BOLD.deriveFont(size);
    }

    private static Font load(String file, int style) {
        try (InputStream in = ReportFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in != null) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            }
            LOG.warn("The font {} is not on the class path; reports use the system's sans serif", file);
        } catch (FontFormatException | IOException e) {
            LOG.warn("The font {} cannot be read; reports use the system's sans serif", file, e);
        }
        return new Font(Font.SANS_SERIF, style, 12);
    }
}
