package org.vitrine.worker.train;

import java.io.IOException;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.weights.NetworkWeights;

/** Writes the weights of a run's newest checkpoint as NumPy arrays. */
public final class WeightsJob {
    private final WorkerTask.Weights task;
    private final EventSink events;

    public WeightsJob(WorkerTask.Weights task, EventSink events) {
        this.task = task;
        this.events = events;
    }

    /**
     * Writes the file.
     *
     * @throws DatasetException if the data can not be loaded; they tell the shapes
     * @throws IOException if there is no checkpoint, or the file can not be written
     */
    public void run() throws IOException, DatasetException {
        GraphDocument document = task.run().readDocument();
        Dataset data = task.run().loadData(DatasetCatalogue.builtIn());
        EngineSettings.apply();
        Network network = SavedWeights.load(task.run(), document, data, this::note);
        NetworkWeights.write(task.file(), network, document.flat().graph());
    }

    private void note(String text) {
        try {
            events.write(new RunEvent.Noted(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
