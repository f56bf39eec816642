package org.vitrine.worker.compile;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.vitrine.graph.shape.Shape;

/**
 * A graph ready for the engine.
 *
 * @param input shape of one example at the network's input
 * @param parameters trainable parameters, running averages left out
 * @param featureLayers convolutions in graph order
 * @param embeddings names of the embedding layers whose output is the network's input, in order; empty unless compiled for
 *     explanation of a token model
 */
public record CompiledGraph(
        ComputationGraphConfiguration configuration,
        Shape input,
        long parameters,
        List<String> featureLayers,
        List<String> embeddings) {
    public CompiledGraph {
        featureLayers = List.copyOf(featureLayers);
        embeddings = List.copyOf(embeddings);
    }
}
