package org.vitrine.runs.evaluation;

import java.util.List;

/**
 * The model's predictions on every test example, in their order.
 *
 * @param targetNames class names, or names of the target values
 * @param actual class index per example; empty for value targets
 * @param predicted the most probable class; empty for value targets
 * @param outputs per example: class probabilities (always one per class, also for a binary head), or predicted values in
 *     raw units
 * @param actualValues per example the true values in raw units; empty for classes
 */
public record TestEvaluation(
        boolean classes,
        double loss,
        List<String> targetNames,
        int[] actual,
        int[] predicted,
        float[][] outputs,
        float[][] actualValues) {}
