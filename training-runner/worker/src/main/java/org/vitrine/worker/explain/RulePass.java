package org.vitrine.worker.explain;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.attribution.BackwardRule;
import org.vitrine.attribution.LayerRole;
import org.vitrine.attribution.LayerRoles;
import org.vitrine.attribution.SplitActivations;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.network.Network;

/**
 * Goes back through a network by a {@link BackwardRule}. Behind it are twins whose activations stand on their own, made when they
 * are first needed: one with the trained weights, and for the z⁺ rule one with their positive and one with their negative parts.
 */
final class RulePass {
    private final ModelGraph graph;
    private final DataSpec data;
    private final TrainingSettings settings;
    private Network trained;
    private final Map<String, LayerRole> roles = new HashMap<>();
    private final Map<String, Activation> activations = new HashMap<>();
    private @Nullable SteppedNetwork whole;
    private @Nullable SteppedNetwork positive;
    private @Nullable SteppedNetwork negative;

    /** @param graph flat, of which {@code trained} was compiled */
    RulePass(ModelGraph graph, DataSpec data, TrainingSettings settings, Network trained) {
        this.graph = SplitActivations.of(graph);
        this.data = data;
        this.settings = settings;
        this.trained = trained;
        for (Node node : this.graph.nodes()) {
            roles.put(node.id().value(), LayerRoles.of(node.layer()));
            if (node.layer() instanceof ActivationLayer layer) {
                activations.put(node.id().value(), layer.activation());
            }
        }
    }

    /** Takes over the parameters that a network of the same graph has now. */
    synchronized void take(Network newlyTrained) {
        trained = newlyTrained;
        whole = null;
        positive = null;
        negative = null;
    }

    private SteppedNetwork twin(SteppedNetwork.Weights weights) {
        return SteppedNetwork.of(graph, data, settings, trained, weights);
    }

    /**
     * What a rule hands to an input.
     *
     * @param input [1, ...input shape]
     * @param slope gradient of the score at the outputs
     * @return [...input shape]
     */
    synchronized Tensor propagate(Tensor input, @Nullable Tensor mask, double[] slope, BackwardRule rule) {
        SteppedNetwork network = whole == null ? twin(SteppedNetwork.Weights.ALL) : whole;
        whole = network;
        Tensor inputs = rule instanceof BackwardRule.Rescale rescale ? stacked(input, rescale.baseline()) : input;
        Tensor masks = mask == null || inputs.rows() == 1 ? mask : stacked(mask, mask.row(0));
        try {
            network.forward(inputs, masks);
            INDArray atOutput = ElementRules.seed(
                    network.output(network.outputIndex()), slope, rule instanceof BackwardRule.Relevance);
            return backward(network, atOutput, masks, rule);
        } finally {
            network.forget();
            if (positive != null && negative != null) {
                positive.forget();
                negative.forget();
            }
        }
    }

    private static Tensor stacked(Tensor one, Tensor other) {
        float[] values = new float[2 * other.size()];
        System.arraycopy(one.values(), 0, values, 0, other.size());
        System.arraycopy(other.values(), 0, values, other.size(), other.size());
        int[] shape = one.shape().clone();
        shape[0] = 2;
        return new Tensor(shape, values);
    }

    private Tensor backward(SteppedNetwork network, INDArray atOutput, @Nullable Tensor masks, BackwardRule rule) {
        VertexRule step = rule(rule, masks);
        @Nullable INDArray[] arrived = new INDArray[network.size()];
        arrived[network.outputIndex()] = atOutput;
        for (GraphVertex vertex : network.backwards()) {
            INDArray at = arrived[vertex.getVertexIndex()];
            if (at == null || vertex.isInputVertex()) {
                continue;
            }
            INDArray[] handed = step.back(network, vertex.getVertexIndex(), at);
            VertexIndices[] sources = vertex.getInputVertices();
            for (int i = 0; i < sources.length; i++) {
                int source = sources[i].getVertexIndex();
                INDArray before = arrived[source];
                arrived[source] = before == null ? handed[i] : before.add(handed[i]);
            }
        }
        return network.atInput(arrived).row(0);
    }

    private VertexRule rule(BackwardRule rule, @Nullable Tensor masks) {
        if (rule instanceof BackwardRule.Guided) {
            return (network, vertex, at) -> activation(network, vertex) == Activation.RELU
                    ? new INDArray[] {ElementRules.guided(network.input(vertex, 0), at)}
                    : network.pull(vertex, at);
        } else if (rule instanceof BackwardRule.Rescale) {
            return (network, vertex, at) -> switch (role(network, vertex)) {
                case ACTIVATION ->
                    new INDArray[] {
                        ElementRules.rescaled(
                                network.input(vertex, 0), network.output(vertex), at, network.pull(vertex, at)[0])
                    };
                case MAXIMUM -> new INDArray[] {rescaledMaximum(network, vertex, at)};
                default -> network.pull(vertex, at);
            };
        } else if (rule instanceof BackwardRule.Relevance relevance) {
            return (network, vertex, at) -> relevance(network, vertex, at, masks, relevance);
        }
        throw new IllegalArgumentException("No such rule: " + rule);
    }

    /** How one vertex hands back what arrived at its output. */
    @FunctionalInterface
    private interface VertexRule {
        INDArray[] back(SteppedNetwork network, int vertex, INDArray at);
    }

    /** The winners at the input and at the baseline share what the greater of both has more than the other. */
    private static INDArray rescaledMaximum(SteppedNetwork network, int vertex, INDArray at) {
        INDArray shares = ElementRules.maximumShares(network.output(vertex), at);
        INDArray gradient = network.pull(vertex, at)[0].dup('c');
        INDArray contributions = network.pull(vertex, shares)[0];
        return ElementRules.multipliers(network.input(vertex, 0), contributions, gradient);
    }

    private INDArray[] relevance(
            SteppedNetwork network, int vertex, INDArray at, @Nullable Tensor masks, BackwardRule.Relevance rule) {
        return switch (role(network, vertex)) {
            case ACTIVATION -> new INDArray[] {at};
            case MOVED, MAXIMUM -> network.pull(vertex, at);
            case DENSE -> weighted(network, vertex, at, masks, rule.denseOnlyPositive(), rule.epsilon());
            case CONVOLUTION -> weighted(network, vertex, at, masks, rule.convolutionsOnlyPositive(), rule.epsilon());
            case SUMMED -> weighted(network, vertex, at, masks, false, rule.epsilon());
            case NONE -> throw new IllegalArgumentException("No rule for the layer '" + network.name(vertex) + "'");
        };
    }

    private INDArray[] weighted(
            SteppedNetwork network,
            int vertex,
            INDArray at,
            @Nullable Tensor masks,
            boolean onlyPositive,
            double epsilon) {
        if (!onlyPositive) {
            INDArray[] handed = network.pull(vertex, ElementRules.perUnit(at, network.output(vertex), epsilon));
            for (int i = 0; i < handed.length; i++) {
                handed[i] = handed[i].mul(network.input(vertex, i));
            }
            return handed;
        }
        positive = positive == null ? twin(SteppedNetwork.Weights.POSITIVE) : positive;
        negative = negative == null ? twin(SteppedNetwork.Weights.NEGATIVE) : negative;
        INDArray input = network.input(vertex, 0);
        INDArray high = ElementRules.positive(input);
        INDArray low = input.sub(high);
        INDArray sums = positive.step(vertex, high, masks).add(negative.step(vertex, low, masks));
        INDArray each = ElementRules.perUnit(at, sums, ElementRules.LEAST);
        return new INDArray[] {positive.pull(vertex, each)[0].mul(high).addi(negative.pull(vertex, each)[0].mul(low))};
    }

    /** What a vertex does. Those that the compiler adds to a node have its name and a suffix. */
    private LayerRole role(SteppedNetwork network, int vertex) {
        String name = network.name(vertex);
        LayerRole role = roles.get(name);
        if (role != null) {
            return role;
        }
        LayerRole ofNode = roles.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        return ofNode == LayerRole.CONVOLUTION ? LayerRole.CONVOLUTION : LayerRole.MOVED;
    }

    private @Nullable Activation activation(SteppedNetwork network, int vertex) {
        return activations.get(network.name(vertex));
    }
}
