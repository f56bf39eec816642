package org.vitrine.worker.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.layers.CouplesExamples;
import org.vitrine.worker.parts.AddedLoss;

/**
 * A DL4J graph whose outputs are the values before softmax or sigmoid, with an {@link Objective} of ours behind them. One
 * forward pass serves the loss, the metric and the gradients.
 */
public final class Network extends ComputationGraph {
    private static final long serialVersionUID = 1L;

    private final transient Objective objective;
    private transient TrainedGradients gradients = new TrainedGradients(List.of());
    private transient Passes passes = new Passes(new GraphVertex[0], new int[0]);

    public Network(ComputationGraphConfiguration configuration, Objective objective) {
        super(configuration);
        this.objective = objective;
    }

    public Objective objective() {
        return objective;
    }

    /** Another network on the same parameters, with gradients and memory of its own. */
    public Network replica() {
        Network replica = new Network(getConfiguration().clone(), objective);
        replica.init(flattenedParams, false);
        return replica;
    }

    /** Whether the examples of a batch depend on each other in training. */
    boolean couplesExamples() {
        return objective.couplesExamples()
                || Arrays.stream(vertices).anyMatch(vertex -> vertex.getLayer() instanceof CouplesExamples);
    }

    public DataType type() {
        return getConfiguration().getDataType();
    }

    @Override
    public void init(@Nullable INDArray parameters, boolean cloneParameters) {
        super.init(parameters, cloneParameters);
        initGradientsView();
        passes = new Passes(vertices, topologicalSortOrder());
        gradients = new TrainedGradients(trainedStretches());
    }

    /** Stretches of the flat gradient that are gradients and not changes of running averages. */
    private List<INDArray> trainedStretches() {
        INDArray flat = flattenedGradients.reshape(flattenedGradients.length());
        List<INDArray> parts = new ArrayList<>();
        long start = 0;
        long end = 0;
        for (int index : topologicalSortOrder()) {
            Trainable layer = vertices[index].getLayer();
            if (layer == null || layer.numParams() == 0) {
                continue;
            }
            for (Map.Entry<String, INDArray> parameter : layer.paramTable(false).entrySet()) {
                long length = parameter.getValue().length();
                if (!layer.updaterDivideByMinibatch(parameter.getKey())) {
                    if (end > start) {
                        parts.add(flat.get(NDArrayIndex.interval(start, end)));
                    }
                    start = end + length;
                }
                end += length;
            }
        }
        if (end > start) {
            parts.add(flat.get(NDArrayIndex.interval(start, end)));
        }
        return parts;
    }

    /** The layers that are trained, in the order of the graph; running averages are left out. */
    public List<TrainedLayer> trainedLayers() {
        List<TrainedLayer> layers = new ArrayList<>();
        INDArray weights = flattenedParams.reshape(flattenedParams.length());
        INDArray flat = flattenedGradients.reshape(flattenedGradients.length());
        long place = 0;
        for (int index : topologicalSortOrder()) {
            Trainable layer = vertices[index].getLayer();
            if (layer == null || layer.numParams() == 0) {
                continue;
            }
            List<INDArray> ofWeights = new ArrayList<>();
            List<INDArray> ofGradients = new ArrayList<>();
            for (Map.Entry<String, INDArray> parameter : layer.paramTable(false).entrySet()) {
                long end = place + parameter.getValue().length();
                if (layer.updaterDivideByMinibatch(parameter.getKey())) {
                    ofWeights.add(weights.get(NDArrayIndex.interval(place, end)));
                    ofGradients.add(flat.get(NDArrayIndex.interval(place, end)));
                }
                place = end;
            }
            if (!ofWeights.isEmpty()) {
                layers.add(new TrainedLayer(vertices[index].getVertexName(), ofWeights, ofGradients));
            }
        }
        return layers;
    }

    /**
     * Computes the loss of a batch and the gradients of its mean at all parameters.
     *
     * @return the loss without regularisation
     */
    public Score differentiate(Batch batch) {
        Arena arena = forward(true, batch.inputs(), batch.mask());
        try {
            double[] outputs = EngineArrays.doubles(output());
            double[] gradient = new double[outputs.length];
            Score score = objective.score(outputs, batch, gradient).plusLoss(addedLoss());
            backward(arena, outputIndex(), gradient, false);
            return score;
        } finally {
            forget();
        }
    }

    /**
     * Computes the loss of a batch as the network is used, without dropout and with running averages, and the gradients of its mean
     * at all parameters. Of one example alone these are its own, which no other example has a part in.
     *
     * @return the loss without regularisation
     */
    public Score differentiateInUse(Batch batch) {
        try {
            Arena arena = forward(false, batch.inputs(), batch.mask());
            double[] outputs = EngineArrays.doubles(output());
            double[] gradient = new double[outputs.length];
            Score score = objective.score(outputs, batch, gradient);
            backward(arena, outputIndex(), gradient, false);
            return score;
        } finally {
            forget();
        }
    }

    private Arena forward(boolean training, Tensor inputs, @Nullable Tensor mask) {
        Arena arena = passes.begin(inputs.rows());
        if (mask != null) {
            INDArray[] masks = new INDArray[getNumInputArrays()];
            Arrays.fill(masks, EngineArrays.copy(mask, type(), arena));
            setLayerMaskArrays(masks, null);
        }
        passes.forward(training, EngineArrays.copy(inputs, type(), arena));
        return arena;
    }

    private int outputIndex() {
        return getVertex(getConfiguration().getNetworkOutputs().get(0)).getVertexIndex();
    }

    private INDArray output() {
        return passes.activation(outputIndex());
    }

    private void backward(Arena arena, int vertex, double[] gradient, boolean toInputs) {
        INDArray epsilon = arena.like(ArrayType.ACTIVATION_GRAD, passes.activation(vertex));
        EngineArrays.write(gradient, epsilon);
        passes.backward(vertex, epsilon, toInputs);
    }

    /** Repeats what {@link #differentiate} does and looks at everything on the way. The parameters stay. */
    public PassTrace trace(Batch batch) {
        Arena arena = forward(true, batch.inputs(), batch.mask());
        try {
            double[] outputs = EngineArrays.doubles(output());
            double[] gradient = new double[outputs.length];
            Score score = objective.score(outputs, batch, gradient);
            backward(arena, outputIndex(), gradient, false);
            return passes.trace(batch, score);
        } finally {
            forget();
        }
    }

    /** Scores a batch without training. */
    public Score evaluate(Batch batch) {
        return score(outputs(batch), batch);
    }

    /** Scores the outputs of the last pass, which were those for this batch. */
    public Score score(double[] outputs, Batch batch) {
        return objective.score(outputs, batch, new double[0]).plusLoss(addedLoss());
    }

    /** What vertices inside the network add to the loss of the last batch, summed over its examples. */
    private double addedLoss() {
        double sum = 0;
        for (GraphVertex vertex : vertices) {
            sum += vertex instanceof AddedLoss adding ? adding.addedLoss() : 0;
        }
        return sum;
    }

    /** Outputs for a batch without training, [n, outputs] row by row. */
    public double[] outputs(Batch batch) {
        return outputs(batch.inputs(), batch.mask());
    }

    /** Outputs for inputs [n, ...] without training, [n, outputs] row by row. */
    public double[] outputs(Tensor inputs, @Nullable Tensor mask) {
        try {
            forward(false, inputs, mask);
            return EngineArrays.doubles(output());
        } finally {
            forget();
        }
    }

    /** What a network makes of some inputs, and what leaves some of its vertices. */
    public record Looked(double[] outputs, List<Tensor> taps) {}

    /** Outputs for inputs [n, ...] without training, and what leaves the given vertices. */
    public Looked look(Tensor inputs, @Nullable Tensor mask, List<String> vertices) {
        try {
            forward(false, inputs, mask);
            double[] outputs = EngineArrays.doubles(output());
            List<Tensor> taps = vertices.stream()
                    .map(vertex -> EngineArrays.tensor(
                            passes.activation(getVertex(vertex).getVertexIndex())))
                    .toList();
            return new Looked(outputs, taps);
        } finally {
            forget();
        }
    }

    /** What leaves a vertex for a batch without training. */
    public Tensor activation(Batch batch, String vertex) {
        return look(batch.inputs(), batch.mask(), List.of(vertex)).taps().get(0);
    }

    /** What leaves each vertex for a batch without training, by name in the order of computation. */
    public Map<String, Tensor> activations(Batch batch) {
        try {
            forward(false, batch.inputs(), batch.mask());
            Map<String, Tensor> found = new LinkedHashMap<>();
            for (int index : topologicalSortOrder()) {
                found.put(vertices[index].getVertexName(), EngineArrays.tensor(passes.activation(index)));
            }
            return found;
        } finally {
            forget();
        }
    }

    /**
     * Differentiates one score of each example at its input, without training.
     *
     * @param slope gradient of the score at the outputs of one example
     * @param taps vertices whose activations and gradients are wanted too
     */
    public InputGradients inputGradients(Tensor inputs, @Nullable Tensor mask, double[] slope, List<String> taps) {
        String head = getConfiguration().getNetworkOutputs().get(0);
        return vertexGradients(inputs, mask, head, taps, outputs -> {
            double[] slopes = new double[outputs.length];
            Arrays.setAll(slopes, i -> slope[i % slope.length]);
            return slopes;
        });
    }

    /**
     * Takes derivatives of what leaves a vertex back to the inputs [n, ...], without training.
     *
     * @param taps vertices whose activations and gradients are wanted too
     * @param slopes makes the derivatives of what leaves the vertex, both row by row
     * @return what leaves the vertex in the place of the outputs
     */
    public InputGradients vertexGradients(
            Tensor inputs, @Nullable Tensor mask, String vertex, List<String> taps, UnaryOperator<double[]> slopes) {
        try {
            Arena arena = forward(false, inputs, mask);
            int index = getVertex(vertex).getVertexIndex();
            double[] values = EngineArrays.doubles(passes.activation(index));
            backward(arena, index, slopes.apply(values), true);
            List<InputGradients.Tapped> tapped = new ArrayList<>();
            for (String tap : taps) {
                int at = getVertex(tap).getVertexIndex();
                tapped.add(new InputGradients.Tapped(
                        EngineArrays.tensor(passes.activation(at)), EngineArrays.tensor(passes.epsilon(at))));
            }
            return new InputGradients(values, passes.atInputs(inputs.shape()), tapped);
        } finally {
            forget();
        }
    }

    /** Lets go of inputs, kept activations and masks: a mask must not reach the next batch. */
    private void forget() {
        clearLayerMaskArrays();
        clearLayersStates();
        passes.end();
    }

    /** Has vertices timed from now on; null for no more. */
    void time(@Nullable PassClock clock) {
        passes.time(clock);
    }

    /** The names of the vertices by their index. */
    List<String> vertexNames() {
        return Arrays.stream(vertices).map(GraphVertex::getVertexName).toList();
    }

    /** The gradients of the last {@link #differentiate}, or of a {@link DataParallel} over this network. */
    public TrainedGradients gradients() {
        return gradients;
    }

    /** The number of parameters that are trained, running averages left out. */
    public long trainedParameters() {
        return gradients.count();
    }

    /**
     * Changes the parameters by the updater's answer to the current gradients. Goes to the updater's blocks directly: its own
     * loop sorts all gradients by layer first, for kinds of clipping that we do not use. Iteration and epoch count from 0.
     */
    public void update(int iteration, int epoch) {
        for (UpdaterBlock block : getUpdater(true).getUpdaterBlocks()) {
            block.update(iteration, epoch);
        }
        flattenedParams.subi(flattenedGradients);
    }

    /** The penalty of L1 and L2 on the current weights. */
    public double regularizationLoss() {
        return calcRegularizationScore(true);
    }

    /** Copies of the parameters and of the updater's state. */
    public Weights weights() {
        INDArray state = getUpdater(true).getStateViewArray();
        return new Weights(params().dup(), state == null ? null : state.dup());
    }

    /** Takes over the parameters of the layers that have the same name in the other network. */
    public void copyLayers(Network other) {
        copyLayers(other, layersWithParameters());
    }

    /** Takes over the parameters of these layers from another network that has them too. */
    public void copyLayers(Network other, List<String> names) {
        for (String name : names) {
            Map<String, INDArray> source = other.getLayer(name).paramTable(false);
            getLayer(name)
                    .paramTable(false)
                    .forEach((key, array) -> array.assign(Objects.requireNonNull(source.get(key))));
        }
    }

    /** Names of the layers that have parameters, in the order of computation. */
    public List<String> layersWithParameters() {
        return Arrays.stream(topologicalSortOrder())
                .mapToObj(index -> vertices[index])
                .filter(vertex -> vertex.getLayer() != null && vertex.getLayer().numParams() > 0)
                .map(GraphVertex::getVertexName)
                .toList();
    }

    /** Takes over parameters and updater state. */
    public void restore(Weights weights) {
        flattenedParams.assign(weights.parameters());
        if (weights.updater() != null) {
            getUpdater(true).setStateViewArray(weights.updater());
        }
    }
}
