package org.vitrine.worker.train;

import java.util.function.Consumer;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.Network;

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
}
