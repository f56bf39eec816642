package org.vitrine.runs.store;

/**
 * Weights from elsewhere that a run starts from.
 *
 * @param source where they come from, in words
 * @param sha256 of {@code initial.npz}, in hex
 * @param trains whether the run trains them at once; otherwise they are tested as they are
 */
public record GivenWeights(String source, String sha256, boolean trains) {}
