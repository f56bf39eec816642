package org.vitrine.runs.session;

/**
 * How a text is to be written on.
 *
 * @param prompt what it begins with
 * @param length tokens to write at most
 * @param temperature 0 always takes the most probable token, 1 draws as the model says, more is wilder
 * @param topK draw among so many of the most probable tokens; 0 for all
 * @param seed the same seed writes the same text
 */
public record GenerationRequest(String prompt, int length, double temperature, int topK, long seed) {}
