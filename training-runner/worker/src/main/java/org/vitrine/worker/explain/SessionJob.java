package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionMethods;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Reductions;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.worker.evaluate.Predictions;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.train.SavedWeights;

/** Holds a trained model and answers questions about examples until it is closed, idle for long, or nobody is left to ask. */
public final class SessionJob {
    private static final long POLL_MILLIS = 20;

    private final WorkerTask.Session task;
    private final EventSink events;
    private final Duration patience;
    private int answers;

    /** @param patience how long to wait for the next question */
    public SessionJob(WorkerTask.Session task, EventSink events, Duration patience) {
        this.task = task;
        this.events = events;
        this.patience = patience;
    }

    /**
     * Answers until the end.
     *
     * @throws DatasetException if the data can not be loaded
     * @throws IOException if the run directory can not be read or written
     */
    public void run() throws IOException, DatasetException {
        GraphDocument document = task.run().readDocument();
        Dataset data = DatasetCatalogue.builtIn()
                .byId(document.data().dataset())
                .load(document.data().options());
        EngineSettings.apply();
        Network network = SavedWeights.load(task.run(), document, data, this::note);
        if (!(network.objective() instanceof ScoredObjective)) {
            throw new RunException(
                    "This model can not be explained: its head scores no class and no value of an example as a whole",
                    "Explain a model with a classification, binary or regression head on one target an example");
        }
        ExplainedNetwork explained = ExplainedNetwork.of(document.graph(), data, document.training(), network);
        events.write(new RunEvent.SessionReady(explained.featureLayers()));
        answerAll(data, explained);
    }

    private void answerAll(Dataset data, ExplainedNetwork explained) throws IOException {
        CommandReader commands = new CommandReader(task.session().commandsFile(), this::note);
        long lastQuestion = System.nanoTime();
        while (true) {
            List<NumberedCommand> asked = commands.poll();
            for (NumberedCommand numbered : asked) {
                if (numbered.command() instanceof WorkerCommand.Close) {
                    return;
                }
                if (numbered.command() instanceof WorkerCommand.Attribute question) {
                    answer(question, data, explained);
                }
                lastQuestion = System.nanoTime();
            }
            boolean idle = System.nanoTime() - lastQuestion > patience.toNanos();
            if (idle || commands.isGone() || !task.parent().isAlive() || !pause()) {
                return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answer(WorkerCommand.Attribute question, Dataset data, ExplainedNetwork explained) throws IOException {
        try {
            events.write(explain(question, data, explained));
        } catch (IllegalArgumentException e) {
            events.write(new RunEvent.RequestFailed(question.request(), String.valueOf(e.getMessage())));
        }
    }

    private RunEvent.AttributionDone explain(WorkerCommand.Attribute question, Dataset data, ExplainedNetwork explained)
            throws IOException {
        long began = System.nanoTime();
        AttributionMethod method = AttributionMethods.byId(question.method())
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no attribution method \"" + question.method() + "\""));
        Split part = data.part(question.part());
        if (question.example() < 0 || question.example() >= part.size()) {
            throw new IllegalArgumentException("There is no example " + question.example() + ": the part has "
                    + part.size() + " examples, from 0");
        }
        ExplainedNetwork.Subject subject = explained.subject(part.example(question.example()));
        if (!method.supports(subject.model())) {
            throw new IllegalArgumentException(
                    "The method \"" + method.id() + "\" can not explain this model: it has no convolution");
        }
        float[] predictions = subject.model().predictions(subject.input());
        int target = question.target() != null ? question.target() : predicted(data, predictions);
        Attribution found = Reductions.perPlace(
                method,
                method.attribute(
                        subject.model(), subject.input(), target, AttributionOptions.DEFAULT.with(question.options())),
                subject.mask());
        Path file = relevanceFile(question);
        Npy.write(file, found.relevance());
        List<Double> probabilities = new ArrayList<>();
        for (float prediction : predictions) {
            probabilities.add((double) prediction);
        }
        return new RunEvent.AttributionDone(
                question.request(),
                question.method(),
                task.run().path().relativize(file).toString().replace('\\', '/'),
                found.signed(),
                found.score(),
                found.completenessGap(),
                probabilities,
                (System.nanoTime() - began) / 1e9);
    }

    private static int predicted(Dataset data, float[] predictions) {
        return data.targetScales().isEmpty() ? Predictions.best(predictions) : 0;
    }

    /** A name of its own for each answer: sessions have numbers, and so have their answers. */
    private Path relevanceFile(WorkerCommand.Attribute question) throws RunException {
        Path folder = task.run().attributions();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RunException.of("The explanation can not be written", folder, e);
        }
        return folder.resolve(task.session().path().getFileName() + "-" + ++answers + "-" + question.method() + ".npy");
    }

    private void note(String text) {
        try {
            events.write(new RunEvent.Noted(text));
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
