package org.vitrine.app.shell;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads Inter, which ships with the application, so that the window looks the same everywhere. */
final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

    private Fonts() {}

    static void load() {
        for (String weight : new String[] {"Regular", "Bold", "Italic"}) {
            try (InputStream in =
                    Fonts.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/Inter-" + weight + ".otf")) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    LOG.warn("The font Inter {} is missing; the system's font is used", weight);
                }
            } catch (IOException e) {
                LOG.warn("The font Inter {} can not be read", weight, e);
            }
        }
    }
}
