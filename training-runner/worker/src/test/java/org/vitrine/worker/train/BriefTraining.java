package org.vitrine.worker.train;

import java.nio.file.Path;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.worker.network.Network;

/** For tests that need a trained network. */
public final class BriefTraining {
    private BriefTraining() {}

    public static Network train(ModelGraph graph, Dataset data, TrainingSettings settings, Path folder)
            throws RunException {
        Trainer trainer = new TrainingRuns(folder).trainer(graph, data, settings);
        trainer.train();
        return trainer.network();
    }
}
