package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.update.LearningRate;
import org.vitrine.worker.weights.NetworkWeights;

/** Lays open what a network computes: all that leaves its layers for one example, and one step of training. */
final class Traces {
    /** The mask of the steps, among what leaves the nodes; no node can have this name. */
    private static final String MASK = "input/mask";

    private final AnswerFiles files;
    private final Dataset data;
    private final ModelGraph graph;
    private final TrainingSettings settings;
    private final Network network;
    private final NewInputs inputs;
    private @Nullable Path weights;

    Traces(AnswerFiles files, Dataset data, GraphDocument document, Network network) {
        this.files = files;
        this.data = data;
        this.graph = document.flat().graph();
        this.settings = document.training();
        this.network = network;
        this.inputs = new NewInputs(data.pipeline());
    }

    /**
     * Finds what leaves every node.
     *
     * @throws IllegalArgumentException if there is no such example, or the model does not take the input, in words
     */
    SessionEvent.Traced trace(WorkerCommand.Trace question) throws IOException {
        long began = System.nanoTime();
        NewInput input = question.input();
        Batch batch =
                input == null ? batch(question.part(), question.example(), 1) : NewInputs.batch(inputs.example(input));
        Set<String> nodes = new HashSet<>();
        graph.nodes().forEach(node -> nodes.add(node.id().value()));
        Map<String, Tensor> values = new LinkedHashMap<>();
        network.activations(batch).forEach((name, value) -> {
            if (nodes.contains(name)) {
                values.put(name, value.row(0));
            }
        });
        Tensor mask = batch.mask();
        if (mask != null) {
            values.put(MASK, mask.row(0));
        }
        Path file = files.next("trace.npz");
        Npz.write(file, values);
        return new SessionEvent.Traced(
                question.request(), files.relative(file), files.relative(weights()), (System.nanoTime() - began) / 1e9);
    }

    /** The parameters do not change while a session lasts. */
    private Path weights() throws IOException {
        Path written = weights;
        if (written == null) {
            written = files.file("weights.npz");
            NetworkWeights.write(written, network, graph);
            weights = written;
        }
        return written;
    }

    /**
     * Trains a copy for one step on some examples, as the settings of the run say, beginning with a fresh updater and the first
     * learning rate.
     *
     * @throws IllegalArgumentException if there are no such examples, in words
     */
    SessionEvent.StepTried tryStep(WorkerCommand.TryStep question) throws IOException {
        long began = System.nanoTime();
        Batch batch = batch(question.part(), question.first(), question.examples());
        Network copy = Networks.forTraining(graph, data, settings, 1);
        copy.copyLayers(network);
        Map<String, Tensor> found = new LinkedHashMap<>();
        put(found, "before/", copy);
        double before = differentiate(copy, batch);
        INDArray gradient = copy.getFlattenedGradients().dup();
        if (settings.clipping() != Clipping.NONE) {
            copy.gradients()
                    .clip(
                            settings.clipping(),
                            settings.clippingThreshold(),
                            copy.gradients().norm());
        }
        copy.update(0, 0);
        put(found, "after/", copy);
        double after = differentiate(copy, batch);
        // In the place of the parameters gradients are read by name as these are.
        copy.params().assign(gradient);
        put(found, "gradient/", copy);
        Path file = files.next("step.npz");
        Npz.write(file, found);
        return new SessionEvent.StepTried(
                question.request(),
                files.relative(file),
                batch.size(),
                before,
                after,
                LearningRate.of(settings, 1).valueAt(0, 0),
                (System.nanoTime() - began) / 1e9);
    }

    /** The mean loss, with the same dropout each time. */
    private double differentiate(Network copy, Batch batch) {
        Nd4j.getRandom().setSeed(settings.seed());
        return copy.differentiate(batch).meanLoss();
    }

    private void put(Map<String, Tensor> found, String prefix, Network copy) {
        NetworkWeights.of(copy, graph).forEach((name, array) -> found.put(prefix + name, array));
    }

    private Batch batch(Part of, int first, int count) {
        Split part = data.part(of);
        if (first < 0 || count < 1 || first + count > part.size()) {
            throw new IllegalArgumentException("There are no examples " + first + " to " + (first + count - 1)
                    + ": the part has " + part.size() + " examples, from 0");
        }
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = first + i;
        }
        return part.batch(indices);
    }
}
