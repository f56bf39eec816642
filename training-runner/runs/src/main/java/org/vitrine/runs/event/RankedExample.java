package org.vitrine.runs.event;

/**
 * A training example that was found.
 *
 * @param example its index in its part
 * @param value what it was found by
 */
public record RankedExample(int example, double value) {}
