package org.vitrine.app.report;

import java.awt.image.BufferedImage;
import java.util.List;
import org.vitrine.drawing.Figure;

/** A piece of a report, which each kind of file writes in its own way. */
sealed interface Block {

    /** A paragraph. */
    record Text(String text) implements Block {}

    /** A heading inside a section. */
    record Heading(String text) implements Block {}

    /** Names and values. */
    record Facts(List<List<String>> rows) implements Block {
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    /** A table. */
    record Grid(List<String> head, List<List<String>> rows) implements Block {
        public Grid {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A figure.
     *
     * @param width that it is drawn at
     * @param scale how large it is shown; it may be shown smaller
     */
    record Drawn(String title, double width, double height, Figure figure, double scale) implements Block {
        /** At the size that it is drawn at. */
        static Drawn of(String title, double width, double height, Figure figure) {
            return new Drawn(title, width, height, figure, 1);
        }
    }

    /** Pictures beside each other, each with a line under it. */
    record Pictures(List<Captioned> pictures) implements Block {
        public Pictures {
            pictures = List.copyOf(pictures);
        }
    }

    /** A picture with a line under it. */
    record Captioned(BufferedImage image, String caption) {}

    /** Text as it is, for those who want to read on; left out where nothing can be folded away. */
    record Folded(String title, String text) implements Block {}
}
