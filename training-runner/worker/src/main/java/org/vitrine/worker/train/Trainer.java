package org.vitrine.worker.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.Rates;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.memory.DeferredDeallocation;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Score;
import org.vitrine.worker.network.Weights;

/**
 * Trains a network batch by batch. The order of examples depends on the seed and the epoch alone, and random numbers on
 * the seed and the iteration, so that a resumed run repeats an uninterrupted one bit by bit.
 */
public final class Trainer {

    /** How training ended. */
    public enum Outcome {
        FINISHED,
        STOPPED,
        DIVERGED
    }

    private static final double MIN_SECONDS_BETWEEN_CHECKPOINTS = 1;

    private final Dataset data;
    private final TrainingSettings settings;
    private final Control control;
    private final EventSink events;
    private final Saving saving;
    private final Progress progress;
    private final double checkpointSeconds;
    private final int batchesPerEpoch;
    private TrainingState state;
    private Learner learner;
    private final LayerWatch times;
    private TrainingWatch watch = TrainingWatch.NONE;
    private RunEvent.@Nullable TrainingDiverged divergence;

    /**
     * @param epochs planned in all
     * @param checkpointFolder continues from the newest whole checkpoint in it
     */
    public Trainer(
            ModelGraph graph,
            Dataset data,
            TrainingSettings settings,
            int epochs,
            Path runFolder,
            Path checkpointFolder,
            Rates rates,
            Control control,
            EventSink events)
            throws RunException {
        this.data = data;
        this.settings = settings;
        this.control = control;
        this.events = events;
        this.checkpointSeconds = rates.checkpointSeconds();
        Checkpoints checkpoints = new Checkpoints(checkpointFolder, this::note);
        this.progress = new Progress(events, rates.reportSeconds());
        this.batchesPerEpoch = (data.train().size() + settings.batchSize() - 1) / settings.batchSize();
        Optional<Checkpoint> checkpoint = checkpoints.latest();
        state = checkpoint.map(Checkpoint::state).orElse(TrainingState.start(epochs));
        state = state.epochs() == epochs ? state : state.withEpochs(epochs);
        learner = new Learner(graph, data, settings, plannedIterations());
        times = new LayerWatch(graph, plannedIterations() - state.iteration(), events);
        if (checkpoint.isPresent()) {
            learner.network().restore(checkpoint.get().weights());
        }
        saving = new Saving(
                checkpoints,
                runFolder,
                events,
                checkpoint.map(Checkpoint::state).orElse(null));
    }

    private void note(String text) {
        try {
            events.write(new RunEvent.Noted(text));
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long plannedIterations() {
        return (long) state.epochs() * batchesPerEpoch;
    }

    /** Has the training looked at; once, before {@link #train()}. */
    public void watchedBy(TrainingWatch watcher) throws RunException {
        watch = watcher;
        learner.watchedBy(watcher);
        watch.begin(network(), state.iteration(), state.epoch(), state.seconds());
    }

    public Network network() {
        return learner.network();
    }

    /** Epochs done. */
    public int epochs() {
        return state.epoch();
    }

    /** The epoch in progress or, between epochs, the last one; from 1. */
    public int epochInProgress() {
        return Math.max(1, state.batch() > 0 ? state.epoch() + 1 : state.epoch());
    }

    /** Iterations done. */
    public int iterations() {
        return state.iteration();
    }

    /** Seconds spent on training, earlier workers included. */
    public double seconds() {
        return state.seconds();
    }

    /** What went wrong, after {@link Outcome#DIVERGED}. */
    public Optional<RunEvent.TrainingDiverged> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** Reports where training starts from; once, before {@link #train()}. */
    public void announce() throws RunException {
        events.write(new RunEvent.TrainingStarted(
                network().trainedParameters(),
                data.train().size(),
                batchesPerEpoch,
                state.epochs(),
                state.iteration() + 1,
                state.epoch() + 1));
    }

    /** Trains until all epochs are done, the user stops it, or it diverges. Checkpoints are up to date at the end. */
    public Outcome train() throws RunException {
        while (true) {
            control.lookNow();
            extendIfAsked();
            if (control.isStopped()) {
                return ended(Outcome.STOPPED);
            }
            if (isOver()) {
                endWithBest();
                return ended(Outcome.FINISHED);
            }
            Outcome early = trainEpoch();
            if (early != null) {
                return early == Outcome.DIVERGED ? early : ended(early);
            }
        }
    }

    /** Whether more epochs were asked for since training finished. */
    public boolean isExtended() throws RunException {
        control.lookNow();
        extendIfAsked();
        return !control.isStopped() && !isOver();
    }

    private boolean isOver() {
        return state.epoch() >= state.epochs() || (state.batch() == 0 && isStale());
    }

    private boolean isStale() {
        return settings.patience() > 0 && state.stale() >= settings.patience();
    }

    /** With patience, training ends with the weights that generalised best. */
    private void endWithBest() throws RunException {
        if (isStale()) {
            events.write(new RunEvent.StoppedEarly(state.epoch(), state.bestEpoch()));
        }
        if (settings.patience() == 0 || !settings.restoreBest() || state.bestEpoch() == 0) {
            return;
        }
        Optional<Weights> best = saving.best(state);
        if (best.isPresent()) {
            save();
            network().restore(best.get());
            state = state.withBestWeights();
            events.write(new RunEvent.BestRestored(state.bestEpoch(), state.bestLoss()));
        }
    }

    private Outcome ended(Outcome outcome) throws RunException {
        times.finish(state.iteration());
        save();
        return outcome;
    }

    private @Nullable Outcome trainEpoch() throws RunException {
        int[] order = Seeds.order(settings.seed(), state.epoch(), data.train().size());
        while (state.batch() < batchesPerEpoch) {
            control.look();
            watchAsAsked();
            if (control.isPaused()) {
                save();
                control.waitWhilePaused(state.iteration());
            }
            extendIfAsked();
            if (control.isStopped()) {
                return Outcome.STOPPED;
            }
            int start = state.batch() * settings.batchSize();
            int end = Math.min(start + settings.batchSize(), order.length);
            long pass = Seeds.pass(settings.seed(), state.epoch());
            if (!trainBatch(data.train().batch(Arrays.copyOfRange(order, start, end), pass))) {
                return Outcome.DIVERGED;
            }
            DeferredDeallocation.quiescent();
            if (saving.secondsSinceLast() >= checkpointSeconds) {
                save();
            }
        }
        finishEpoch();
        return null;
    }

    private void watchAsAsked() throws RunException {
        Optional<Watching> asked = control.takeWatching();
        if (asked.isPresent()) {
            watch.change(asked.get(), state.iteration());
        }
    }

    private boolean trainBatch(Batch batch) throws RunException {
        long began = System.nanoTime();
        Learner.Step step = times.step(learner, batch, state.iteration(), state.epoch());
        if (!step.isFinite()) {
            diagnose(batch, step);
            return false;
        }
        double took = secondsSince(began);
        Score score = step.score();
        state = state.afterBatch(score.plusPenalty(step.penalty()), took);
        progress.trained(score.examples(), took);
        watch.stepDone(
                network(),
                new TrainingWatch.Step(
                        state.iteration(), took, state.seconds(), step.learningRate(), progress.examplesPerSecond()));
        progress.report(
                state,
                data.train().size(),
                step.loss(),
                network().objective().metric(score),
                step.learningRate(),
                state.batch() == batchesPerEpoch);
        return true;
    }

    /** Computes the batch again with an eye on each layer. */
    private void diagnose(Batch batch, Learner.Step step) throws RunException {
        Diagnosis diagnosis = Diagnosis.of(learner.trace(batch, state.iteration()));
        events.write(Divergence.located(state.iteration() + 1, diagnosis));
        divergence = Divergence.at(state.iteration() + 1, step.loss(), step.norm(), diagnosis, settings);
    }

    private void finishEpoch() throws RunException {
        long began = System.nanoTime();
        boolean validated = data.validation().size() > 0;
        Batches.Evaluated validation = validated ? learner.validate() : new Batches.Evaluated(Score.NONE, Double.NaN);
        double validationLoss = validated ? validation.score().meanLoss() : Double.NaN;
        double took = secondsSince(began);
        progress.validated(took);
        events.write(new RunEvent.EpochDone(
                state.epoch() + 1,
                state.iteration(),
                state.epochScore().meanLoss(),
                network().objective().metric(state.epochScore()),
                validationLoss,
                validation.metric(),
                state.epochSeconds() + took));
        boolean best = validationLoss < state.bestLoss();
        state = state.afterEpoch(validationLoss, took);
        watch.epochDone(network(), state.iteration(), state.epoch(), isOver());
        if (best) {
            saving.keepBest(state, network());
        }
        if (saving.secondsSinceLast() >= MIN_SECONDS_BETWEEN_CHECKPOINTS) {
            save();
        }
    }

    private void save() throws RunException {
        saving.save(state, network());
    }

    /** More epochs change the end of the learning-rate schedule, so the network is made anew around its weights. */
    private void extendIfAsked() throws RunException {
        int extra = control.takeExtraEpochs();
        if (extra == 0) {
            return;
        }
        state = state.withEpochs((isOver() ? state.epoch() : state.epochs()) + extra);
        learner = learner.planned(plannedIterations());
        watch.begin(network(), state.iteration(), state.epoch(), state.seconds());
        events.write(new RunEvent.EpochsExtended(state.epochs()));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
