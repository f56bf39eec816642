package org.vitrine.worker.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.update.LearningRate;

/** Brings a trained network back from its run. */
public final class SavedWeights {
    private SavedWeights() {}

    /**
     * The network of the newest whole checkpoint: the one that the test part was evaluated with.
     *
     * @param notes is told of checkpoints that can not be read
     * @throws RunException if there is no checkpoint
     */
    public static Network load(RunDirectory run, GraphDocument document, Dataset data, Consumer<String> notes)
            throws RunException {
        Checkpoint checkpoint = new Checkpoints(run.checkpoints(), notes)
                .latest()
                .orElseThrow(() -> new RunException(
                        "The run " + run.id() + " has no checkpoint to explain",
                        "Let it train for at least one epoch"));
        Network network = Networks.forTraining(document.flat().graph(), data, document.training(), 1);
        network.restore(checkpoint.weights());
        return network;
    }

    /** Weights that a run kept, and the learning rate of the iteration before. */
    public record Kept(int iteration, double learningRate, INDArray parameters) {}

    /**
     * All states of training that the run has, each once, the oldest first.
     *
     * @param notes is told of checkpoints that can not be read
     */
    public static List<Kept> kept(RunDirectory run, GraphDocument document, Dataset data, Consumer<String> notes)
            throws RunException {
        TrainingSettings settings = document.training();
        int batches = Math.max(1, (data.train().size() + settings.batchSize() - 1) / settings.batchSize());
        List<Kept> kept = new ArrayList<>();
        for (Checkpoint checkpoint : new Checkpoints(run.checkpoints(), notes).all()) {
            INDArray parameters = checkpoint.weights().parameters();
            // A run that ended with its best epoch has it twice.
            if (kept.stream().noneMatch(other -> other.parameters().equalsWithEps(parameters, 0))) {
                int last = Math.max(0, checkpoint.state().iteration() - 1);
                double rate = LearningRate.of(
                                settings, (long) checkpoint.state().epochs() * batches)
                        .valueAt(last, last / batches);
                kept.add(new Kept(checkpoint.state().iteration(), rate, parameters));
            }
        }
        kept.sort(Comparator.comparingInt(Kept::iteration));
        return kept;
    }
}
