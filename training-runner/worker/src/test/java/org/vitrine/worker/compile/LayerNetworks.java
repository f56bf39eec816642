package org.vitrine.worker.compile;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.update.LearningRate;

/** Networks for the contract of all layers. */
final class LayerNetworks {
    private LayerNetworks() {}

    static Network network(LayerCase layer, DataType type) {
        return network(layer, layer.graph(), type);
    }

    /** With parameters off their special starting values, such as biases of zero and gains of one. */
    static Network network(LayerCase layer, ModelGraph graph, DataType type) {
        return network(
                objective(graph, layer.data()),
                compiler(graph, layer.data(), type).compile(rate(0.01)));
    }

    /** With parameters off their special starting values. */
    static Network network(Objective objective, CompiledGraph compiled) {
        Network network = Networks.initialised(compiled, objective);
        SplittableRandom random = new SplittableRandom(17);
        double[] shifts = random.doubles(network.params().length(), -0.2, 0.2).toArray();
        network.params()
                .addi(Nd4j.createFromArray(shifts)
                        .reshape(network.params().shape())
                        .castTo(network.type()));
        return network;
    }

    static LearningRate rate(double rate) {
        return LearningRate.of(Settings.adam(1, 4, rate), 10);
    }

    static GraphCompiler compiler(ModelGraph graph, DataSpec data, DataType type) {
        return new GraphCompiler(graph, data, Settings.adam(1, 4, 0.01), type);
    }

    static Objective objective(ModelGraph graph, DataSpec data) {
        int size = data.target().size();
        return Networks.objective(graph, data, java.util.Collections.nCopies(size, Scale.IDENTITY));
    }

    /** Mean loss in training mode, with the same dropout each time. */
    static double loss(Network network, Batch batch) {
        Nd4j.getRandom().setSeed(3);
        return network.differentiate(batch).meanLoss();
    }

    static Optional<String> dropout(LayerSpec spec) {
        return Parameters.of((Record) spec).stream()
                .filter(parameter -> Set.of("rate", "dropout").contains(parameter.name()))
                .filter(parameter -> ((Number) parameter.value()).doubleValue() > 0)
                .map(Parameter::name)
                .findFirst();
    }
}
