package org.vitrine.attribution.effects;

/**
 * How well a model does.
 *
 * @param loss mean over the examples
 * @param metric what people watch, such as accuracy, or the error in raw units
 */
public record Quality(double loss, double metric) {}
