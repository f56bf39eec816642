package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.SavedWeights;

/**
 * Distances and influences that {@code neighbours.py} found with PyTorch.
 *
 * @param inputs what {@code references.py} wrote
 * @param expected what {@code neighbours.py} wrote
 * @param folder for answers
 */
record NeighbourReferences(Npz inputs, Npz expected, Path folder) {
    private static final Progress SILENT = share -> {};

    /** What is compared of each value: it and its reference. */
    @FunctionalInterface
    interface Comparing {
        void compare(String name, Tensor found, Tensor reference);
    }

    /** @param targets of the examples, in their order */
    void compare(String name, ModelGraph graph, Network network, Dataset data, int[] targets, Comparing comparing)
            throws IOException, DatasetException {
        Dataset small = small(name, data, targets);
        ModelFacts facts = new ModelFacts(graph, data.spec());
        AnswerFiles files = new AnswerFiles(new RunDirectory(folder), name);
        NearestExamples nearest = new NearestExamples(files, small, facts, network);
        List<SavedWeights.Kept> states =
                List.of(new SavedWeights.Kept(1, 1, network.params().dup()));
        PushingExamples pushing = new PushingExamples(files, small, facts, network, network.replica(), 2, () -> states);
        for (String array : expected.names()) {
            String[] parts = array.split("/");
            if (!parts[0].equals(name) || parts.length < 3) {
                continue;
            }
            int example = Integer.parseInt(parts[2]);
            String[] words = parts[1].split("-", 3);
            String file = words[0].equals("nearest")
                    ? nearest.find(
                                    new WorkerCommand.FindNearest("1", Part.TEST, example, null, null, words[1], 0, 1),
                                    SILENT)
                            .file()
                    : pushing.find(
                                    new WorkerCommand.FindInfluence(
                                            "1", Part.TEST, example, null, targets[example], words[2], words[1], 0, 1),
                                    SILENT)
                            .file();
            comparing.compare(name + "/" + parts[1], values(file), expected.read(array));
        }
    }

    private Tensor values(String file) throws DatasetException {
        Tensor table = Npy.read(folder.resolve(file));
        Tensor values = Tensor.zeros(table.rows());
        for (int i = 0; i < values.size(); i++) {
            values.values()[i] = table.values()[2 * i + 1];
        }
        return values;
    }

    private Dataset small(String name, Dataset data, int[] targets) throws DatasetException {
        Tensor first = inputs.read(name + "/input/0");
        float[] values = new float[targets.length * first.size()];
        float[] classes = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            System.arraycopy(inputs.read(name + "/input/" + i).values(), 0, values, i * first.size(), first.size());
            classes[i] = targets[i];
        }
        Tensor training = expected.read(name + "/training");
        int[] shape = training.shape().clone();
        shape[0] = targets.length;
        MemorySplit test = new MemorySplit(new Tensor(shape, values), Tensor.of(classes, targets.length), null);
        return Dataset.of(
                data.descriptor(),
                data.spec(),
                data.presentation(),
                data.targetNames(),
                data.targetScales(),
                new MemorySplit(training, expected.read(name + "/classes"), null),
                test,
                test);
    }
}
