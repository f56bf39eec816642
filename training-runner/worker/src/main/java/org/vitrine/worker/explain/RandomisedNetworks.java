package org.vitrine.worker.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.attribution.credibility.RandomisedModels;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Scores;

/**
 * The twin of a trained network with layers initialised anew, each with its own initialisation and another seed than training had.
 * One network serves all questions: a model that was given out is changed by the next question.
 */
final class RandomisedNetworks {
    /** Far from the seeds that people choose, so that no layer begins as it began in training. */
    private static final long SEEDS = 0x5EED_0000L;

    private final Network twin;
    private final LongFunction<CompiledGraph> compiled;
    private final Function<Network, RulePass> rules;
    private final List<String> layers;
    private final Map<Long, INDArray> drawn = new HashMap<>();
    private @Nullable Made made;

    /** Made when first needed: the network that is given out, as a model, and one that holds fresh parameters. */
    private record Made(Network network, NetworkModel model, Network fresh) {}

    /**
     * @param compiled the graph for explanation, by the seed of its initialisation
     * @param rules of a network of this graph
     */
    RandomisedNetworks(Network twin, LongFunction<CompiledGraph> compiled, Function<Network, RulePass> rules) {
        this.twin = twin;
        this.compiled = compiled;
        this.rules = rules;
        List<String> fromTheTop = new ArrayList<>(twin.layersWithParameters());
        Collections.reverse(fromTheTop);
        this.layers = List.copyOf(fromTheTop);
    }

    /** For one example, with its mask, and what is explained of it. */
    RandomisedModels of(@Nullable Tensor mask, Scores scores) {
        return new RandomisedModels() {
            @Override
            public List<String> layers() {
                return layers;
            }

            @Override
            public NetworkModel randomised(int count, long seed) {
                return RandomisedNetworks.this
                        .randomised(count, seed)
                        .withMask(mask)
                        .at(scores);
            }
        };
    }

    private NetworkModel randomised(int count, long seed) {
        Made networks = made;
        if (networks == null) {
            CompiledGraph graph = compiled.apply(SEEDS);
            Network network = Networks.initialised(graph, twin.objective());
            networks = new Made(
                    network,
                    NetworkModel.of(graph, network, rules.apply(network)),
                    Networks.initialised(graph, twin.objective()));
            made = networks;
        }
        INDArray parameters = drawn.computeIfAbsent(
                seed, given -> Networks.initialised(compiled.apply(SEEDS + given), twin.objective())
                        .params()
                        .dup());
        networks.fresh().params().assign(parameters);
        networks.network().copyLayers(twin);
        networks.network().copyLayers(networks.fresh(), layers.subList(0, count));
        networks.model().take(networks.network());
        return networks.model();
    }
}
