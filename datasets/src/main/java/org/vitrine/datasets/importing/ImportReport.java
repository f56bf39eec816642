package org.vitrine.datasets.importing;

import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param options for the document: those given, and which content was imported
 * @param classes number of examples by class name; empty if there are none
 * @param skipped the first of the files or rows that could not be taken over
 * @param skippedFiles how many there were
 * @param known whether the same content had been imported before
 */
public record ImportReport(
        Map<String, String> options,
        int examples,
        Map<String, Integer> classes,
        List<Skipped> skipped,
        int skippedFiles,
        boolean known) {
    public ImportReport {
        options = Map.copyOf(options);
        classes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(classes));
        skipped = List.copyOf(skipped);
    }
}
