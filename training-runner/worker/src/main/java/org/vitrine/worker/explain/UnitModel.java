package org.vitrine.worker.explain;

import java.util.List;
import java.util.Optional;
import org.vitrine.attribution.SplitActivations;
import org.vitrine.attribution.maximisation.Reading;
import org.vitrine.attribution.maximisation.UnitFunction;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.InputGradients;
import org.vitrine.worker.network.Network;

/**
 * The units of a trained network as functions of its input. Behind it is a twin whose activation functions stand on their own, with a
 * copy of the parameters.
 */
final class UnitModel {
    private final ModelGraph split;
    private final Network twin;

    private UnitModel(ModelGraph split, Network twin) {
        this.split = split;
        this.twin = twin;
    }

    /** @param graph flat, of which {@code trained} was compiled, and whose input is no tokens */
    static UnitModel of(ModelGraph graph, DataSpec data, TrainingSettings settings, Network trained) {
        ModelGraph split = SplitActivations.of(graph);
        CompiledGraph compiled = new GraphCompiler(split, data, settings, trained.type()).compileForExplanation();
        Network twin = Networks.initialised(compiled, trained.objective());
        twin.copyLayers(trained);
        return new UnitModel(split, twin);
    }

    /**
     * A unit as a function of one input, to be gone up. Where an activation function lets no gradient through, as a ReLU that is off
     * everywhere, the gradient is that of the sum before it, which shows the way to where the unit is on.
     */
    UnitFunction unit(Reading reading) {
        UnitFunction plain = function(reading, vertex(reading.layer()));
        return beforeActivation(vertex(reading.layer()))
                .map(before -> function(reading, before))
                .<UnitFunction>map(sum -> input -> {
                    UnitFunction.Rise rise = plain.at(input);
                    return isZero(rise.gradient())
                            ? new UnitFunction.Rise(
                                    rise.activation(), sum.at(input).gradient())
                            : rise;
                })
                .orElse(plain);
    }

    /** A unit as a function of one input, with its own gradient everywhere. */
    UnitFunction function(Reading reading) {
        return function(reading, vertex(reading.layer()));
    }

    private UnitFunction function(Reading reading, String vertex) {
        return input -> {
            Tensor one = input.reshape(batchOfOne(input.shape()));
            InputGradients found = twin.vertexGradients(one, null, vertex, List.of(), reading::slope);
            return new UnitFunction.Rise(
                    reading.of(found.outputs()), found.gradient().row(0));
        };
    }

    /** What leaves a layer for each example of a batch, [n, units, places...]. */
    Tensor activations(Batch batch, UnitLayer layer) {
        return twin.activation(batch, vertex(layer));
    }

    /** Where the layer's values are once its activation function was applied. */
    private String vertex(UnitLayer layer) {
        NodeId activation = new NodeId("activation").in(new NodeId(layer.id()));
        return split.nodes().stream().anyMatch(node -> node.id().equals(activation)) ? activation.value() : layer.id();
    }

    private Optional<String> beforeActivation(String vertex) {
        return split.nodes().stream()
                .filter(node -> node.id().value().equals(vertex) && node.layer() instanceof ActivationLayer)
                .findFirst()
                .map(node -> split.inputsOf(node.id()).get(0).from().value());
    }

    private static boolean isZero(Tensor gradient) {
        for (float value : gradient.values()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static int[] batchOfOne(int[] shape) {
        int[] batch = new int[shape.length + 1];
        batch[0] = 1;
        System.arraycopy(shape, 0, batch, 1, shape.length);
        return batch;
    }
}
