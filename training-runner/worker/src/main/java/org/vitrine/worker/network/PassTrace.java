package org.vitrine.worker.network;

import java.util.List;

/**
 * What one forward and backward pass over a batch computed, in bounds.
 *
 * @param inputs of the network
 * @param targets of the batch
 * @param loss mean over the batch, without regularisation
 * @param vertices but inputs, in topological order
 */
public record PassTrace(ValueRange inputs, ValueRange targets, double loss, List<AtVertex> vertices) {
    public PassTrace {
        vertices = List.copyOf(vertices);
    }

    /** Whether no value is NaN or infinite. */
    public boolean isFinite() {
        return inputs.isFinite()
                && targets.isFinite()
                && Double.isFinite(loss)
                && vertices.stream()
                        .allMatch(vertex -> vertex.parameters().isFinite()
                                && vertex.output().isFinite()
                                && vertex.gradients().isFinite());
    }

    /**
     * What passed a vertex.
     *
     * @param input all its inputs
     * @param parameters of its layer
     * @param epsilon gradients at its output
     * @param gradients at its inputs and its parameters
     */
    public record AtVertex(
            String name,
            ValueRange input,
            ValueRange parameters,
            ValueRange output,
            ValueRange epsilon,
            ValueRange gradients) {}
}
