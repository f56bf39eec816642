package org.vitrine.worker.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.evaluate.Evaluator;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.weights.NetworkWeights;

/** Trains a run from its directory, from the start or its last checkpoint, and evaluates it. */
public final class TrainingJob {
    /** Waits until all events are on the disk. */
    @FunctionalInterface
    public interface Force {
        void toDisk() throws RunException;
    }

    /** Makes what looks at a training. */
    @FunctionalInterface
    public interface Watches {
        TrainingWatch watch(RunDirectory run, GraphDocument flat, Dataset data, Watching watching) throws RunException;
    }

    private final RunDirectory run;
    private final Watches watches;
    private final Device device;
    private final EventSink events;
    private final Force force;

    /** @param device that is used */
    public TrainingJob(RunDirectory run, Device device, Watches watches, EventSink events, Force force) {
        this.run = run;
        this.watches = watches;
        this.device = device;
        this.events = events;
        this.force = force;
    }

    /**
     * Runs to the end.
     *
     * @throws DatasetException if the data can not be loaded
     * @throws IOException if the run directory can not be read or written
     */
    public Trainer.Outcome run() throws IOException, DatasetException {
        RunRecord record = run.readRecord();
        RunState state = run.readState();
        GraphDocument document = run.readDocument();
        // The native libraries load while the data do.
        CompletableFuture<Void> engine = CompletableFuture.runAsync(EngineSettings::apply);
        Dataset data = run.loadData(DatasetCatalogue.builtIn());
        run.writePipeline(data.pipeline());
        requireTrainable(document, data);
        await(engine);
        // Their fingerprint takes as long as the first iterations.
        CompletableFuture<Void> told = CompletableFuture.runAsync(() -> tell(document, data));
        Control control = Control.of(run, events);
        Trainer trainer = new Trainer(
                document.flat().graph(),
                data,
                document.training(),
                epochs(record, state, document),
                run.path(),
                run.checkpoints(),
                record.ratesOrDefault(),
                control,
                events);
        if (trainer.iterations() == 0 && record.weights() != null) {
            NetworkWeights.load(
                    run.initialWeightsFile(), trainer.network(), document.flat().graph());
        }
        trainer.announce();
        events.write(Guarantees.of(state, device));
        try (TrainingWatch watch = watches.watch(
                run, document.flat(), data, record.ratesOrDefault().watchingOrDefault())) {
            trainer.watchedBy(watch);
            return train(trainer, data, told);
        }
    }

    private Trainer.Outcome train(Trainer trainer, Dataset data, CompletableFuture<Void> told) throws IOException {
        Trainer.Outcome outcome;
        do {
            outcome = trainer.train();
            await(told);
            if (outcome == Trainer.Outcome.DIVERGED) {
                events.write(trainer.divergence().orElseThrow());
                return outcome;
            }
            evaluate(trainer, data);
        } while (outcome == Trainer.Outcome.FINISHED && trainer.isExtended());
        events.write(
                outcome == Trainer.Outcome.FINISHED
                        ? new RunEvent.TrainingFinished(trainer.epochs(), trainer.iterations(), trainer.seconds())
                        : new RunEvent.TrainingStopped(trainer.epochInProgress(), trainer.iterations()));
        return outcome;
    }

    /** Weights from elsewhere that are only to be tested need no epoch. */
    private static int epochs(RunRecord record, RunState state, GraphDocument document) {
        if (state.epochsPlanned() > 0) {
            return state.epochsPlanned();
        }
        return record.adoptsWeights() ? 0 : document.training().epochs();
    }

    private static void await(CompletableFuture<Void> other) {
        try {
            other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void tell(GraphDocument document, Dataset data) {
        write(new RunEvent.DataLoaded(
                document.data().dataset(),
                data.fingerprint(),
                data.train().size(),
                data.validation().size(),
                data.test().size()));
    }

    /** Refuses a graph with errors, with the first one's message and cure. */
    static void requireTrainable(GraphDocument document, Dataset data) throws RunException {
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, Optional.of(data.spec()));
        List<Problem> errors = analysis.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            Problem first = errors.get(0);
            throw new RunException(
                    "The graph can not be trained: " + first.what() + " " + first.numbers(), first.cure());
        }
    }

    private void evaluate(Trainer trainer, Dataset data) throws RunException {
        if (data.test().size() == 0) {
            return;
        }
        Evaluator.Result result = Evaluator.evaluate(trainer.network(), data);
        run.writeEvaluation(result.evaluation());
        events.write(new RunEvent.TestEvaluated(result.loss(), result.metric()));
        force.toDisk();
    }

    private void write(RunEvent event) {
        try {
            events.write(event);
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
