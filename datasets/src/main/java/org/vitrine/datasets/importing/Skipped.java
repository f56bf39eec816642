package org.vitrine.datasets.importing;

/**
 * A file that could not be taken over.
 *
 * @param file its path
 * @param reason one or more sentences: what is wrong and what to do
 */
public record Skipped(String file, String reason) {}
