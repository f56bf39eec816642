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

/** Trains a document for a few seconds, as a run would, and tells what a run is going to take. */
public final class CalibrationJob {
    private final WorkerTask.Calibrate task;
    private final EventSink events;

    public CalibrationJob(WorkerTask.Calibrate task, EventSink events) {
        this.task = task;
        this.events = events;
    }

    /**
     * Measures, unless the process that asked is gone.
     *
     * @throws DatasetException if the data can not be loaded
     * @throws IOException if the folder can not be read or written
     */
    public void run() throws IOException, DatasetException {
        events.write(new RunEvent.CalibrationAdvanced("data", 0));
        GraphDocument document = task.folder().readDocument();
        Dataset data = task.folder().loadData(DatasetCatalogue.builtIn());
        TrainingJob.requireTrainable(document, data);
        EngineSettings.apply();
        try (Calibration calibration = new Calibration(
                document.flat(), data, task.folder().checkpoints(), task.seconds(), task.parent()::isAlive, events)) {
            calibration.run();
        }
    }
}
