package org.vitrine.worker.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.EngineArrays;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.update.LearningRate;

/** A trained network and its twin for explanations: turns examples of a data set into differentiable inputs and models. */
public final class ExplainedNetwork {

    /**
     * One example, ready for an attribution method.
     *
     * @param input what has gradients: the example, or the embeddings of its tokens
     * @param mask [time], or null
     */
    public record Subject(
            NetworkModel model, Tensor input, @Nullable Tensor mask) {}

    private final NetworkModel model;
    private final List<Tensor> embeddings;

    private ExplainedNetwork(NetworkModel model, List<Tensor> embeddings) {
        this.model = model;
        this.embeddings = embeddings;
    }

    /** Makes a twin with a copy of the parameters of {@code trained}, which was compiled from the same graph. */
    public static ExplainedNetwork of(ModelGraph graph, Dataset data, TrainingSettings settings, Network trained) {
        CompiledGraph compiled =
                new GraphCompiler(graph, data.spec(), settings, trained.type()).compileForExplanation();
        Network twin = Networks.initialised(compiled, trained.objective());
        twin.copyLayers(trained);
        List<Tensor> embeddings = compiled.embeddings().stream()
                .map(name -> EngineArrays.tensor(embedding(trained, name)))
                .toList();
        return new ExplainedNetwork(NetworkModel.of(compiled, twin), embeddings);
    }

    /** Compiles the graph in the given precision, with fresh parameters. */
    public static Network fresh(ModelGraph graph, Dataset data, TrainingSettings settings, DataType type) {
        CompiledGraph compiled =
                new GraphCompiler(graph, data.spec(), settings, type).compile(LearningRate.of(settings, 1));
        return Networks.initialised(compiled, Networks.objective(graph, data.spec(), data.targetScales()));
    }

    private static INDArray embedding(Network trained, String name) {
        return trained.getLayer(name).getParam("W");
    }

    public List<String> featureLayers() {
        return model.featureLayers();
    }

    /**
     * Prepares an example.
     *
     * @param example a batch of one
     */
    public Subject subject(Batch example) {
        Tensor mask = example.mask() == null ? null : example.mask().row(0);
        Tensor input = example.inputs().row(0);
        return new Subject(model.withMask(mask), embeddings.isEmpty() ? input : embedded(input, mask), mask);
    }

    /** Embeddings of token ids [time], one table below the other: [features, time]; zero where masked. */
    private Tensor embedded(Tensor ids, @Nullable Tensor mask) {
        int steps = ids.size();
        int features = embeddings.stream().mapToInt(table -> table.shape()[1]).sum();
        float[] values = new float[features * steps];
        int row = 0;
        for (Tensor table : embeddings) {
            int units = table.shape()[1];
            for (int f = 0; f < units; f++, row++) {
                for (int t = 0; t < steps; t++) {
                    int id = (int) ids.values()[t];
                    boolean real = mask == null || mask.values()[t] != 0;
                    values[row * steps + t] = real ? table.values()[id * units + f] : 0;
                }
            }
        }
        return Tensor.of(values, features, steps);
    }
}
