package org.vitrine.worker.network;

import java.util.List;
import org.vitrine.datasets.Tensor;

/**
 * Gradients of one score of each example at its input.
 *
 * @param outputs of the network, [n, outputs] row by row
 * @param gradient of the shape of the inputs
 * @param taps what passed the asked-for vertices, in their order
 */
public record InputGradients(double[] outputs, Tensor gradient, List<Tapped> taps) {

    /** Activations of a vertex and gradients at them, both [n, ...]. */
    public record Tapped(Tensor activations, Tensor gradients) {}
}
