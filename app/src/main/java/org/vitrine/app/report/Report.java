package org.vitrine.app.report;

import java.util.List;

/**
 * What a report says, whatever kind of file it becomes.
 *
 * @param headline the score that counts
 * @param notes of the document; may be empty
 */
record Report(String title, String headline, String notes, List<Section> sections) {
    Report {
        sections = List.copyOf(sections);
    }

    /** A part with a heading. */
    record Section(String title, List<Block> blocks) {
        Section {
            blocks = List.copyOf(blocks);
        }
    }
}
