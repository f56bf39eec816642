package org.vitrine.app.explain.neighbours;

import org.vitrine.datasets.Tensor;

/**
 * Training examples that were found.
 *
 * @param answer what the worker said of them
 * @param values index and value of all examples that were looked through, [examples, 2]
 */
public record Found<A>(A answer, Tensor values) {}
