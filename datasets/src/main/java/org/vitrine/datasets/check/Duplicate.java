package org.vitrine.datasets.check;

/**
 * Two examples of two parts that are the same, or nearly.
 *
 * @param first index in the first part
 * @param second index in the second part
 * @param exact whether all values are the same
 * @param sameTarget whether both have the same answer; if not, one of them is likely labelled wrongly
 */
public record Duplicate(int first, int second, boolean exact, boolean sameTarget) {}
