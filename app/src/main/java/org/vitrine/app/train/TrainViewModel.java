package org.vitrine.app.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.words.WordPlan;
import org.vitrine.charts.PulseBatcher;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Metric;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.schedule.RunControl;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.watch.Watching;

/** Starts runs, steers the one that is shown, and tells why a button is off. To be used on the FX thread. */
public final class TrainViewModel implements AutoCloseable {
    private final RunStore store;
    private final RunControl control;
    private final Background background;
    private final PulseBatcher pulse;
    private final Consumer<String> errors;
    private final ReadOnlyObjectWrapper<Optional<RunViewModel>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SimpleObjectProperty<RunState> state = new SimpleObjectProperty<>(RunState.EMPTY);
    private final WatchChoice watch = new WatchChoice(this::tell);
    private final StringBinding whyNotPause;
    private final StringBinding whyNotStop;
    private final StringBinding whyNotMore;

    public TrainViewModel(
            RunStore store, RunControl control, Background background, PulseBatcher pulse, Consumer<String> errors) {
        this.store = store;
        this.control = control;
        this.background = background;
        this.pulse = pulse;
        this.errors = errors;
        whyNotPause = Bindings.createStringBinding(
                () -> is(RunStatus.TRAINING, RunStatus.PAUSED) ? "" : Texts.get("train.why.notTraining"), state, run);
        whyNotStop = Bindings.createStringBinding(
                () -> is(RunStatus.QUEUED, RunStatus.STARTING, RunStatus.TRAINING, RunStatus.PAUSED)
                        ? ""
                        : Texts.get("train.why.notTraining"),
                state,
                run);
        whyNotMore = Bindings.createStringBinding(
                () -> !is(RunStatus.TRAINING, RunStatus.PAUSED, RunStatus.FINISHED, RunStatus.STOPPED)
                        ? Texts.get("train.why.noRun")
                        : trainsWords() ? Texts.get("train.why.words") : "",
                state,
                run);
    }

    private boolean is(RunStatus... statuses) {
        return run.get().isPresent() && List.of(statuses).contains(state.get().status());
    }

    private boolean trainsWords() {
        return run.get().map(RunViewModel::trainsWords).orElse(false);
    }

    /** The run that is shown. */
    public ReadOnlyObjectProperty<Optional<RunViewModel>> run() {
        return run.getReadOnlyProperty();
    }

    /** The state of the run that is shown. */
    public ReadOnlyObjectProperty<RunState> state() {
        return state;
    }

    public StringBinding whyNotPause() {
        return whyNotPause;
    }

    public StringBinding whyNotStop() {
        return whyNotStop;
    }

    public StringBinding whyNotMore() {
        return whyNotMore;
    }

    /** Queues a run of the document as it is now, and shows it. */
    public void start(GraphDocument document, Device device) {
        Watching watching = watch.ofNewRun(document.data().dataset());
        background.run(() -> store.create(document, device, watching), this::show, this::report);
    }

    /** Queues a run that trains vectors of words on a data set of texts, and shows it. */
    public void startWords(String title, DataReference data, WordPlan plan) {
        background.run(() -> store.createWords(plan.document(title, data), plan.settings()), this::show, this::report);
    }

    /** Shows a run, live or over. */
    public void show(RunDirectory directory) {
        if (run.get().map(shown -> shown.directory().equals(directory)).orElse(false)) {
            return;
        }
        background.run(
                () -> new RunViewModel(directory, directory.readRecord(), metric(directory), background),
                shown -> {
                    close();
                    state.bind(shown.state());
                    run.set(Optional.of(shown));
                    shown.follow(pulse.onPulse(shown::accept));
                },
                this::report);
    }

    private static Metric metric(RunDirectory directory) throws IOException {
        return DocumentJson.read(directory.documentFile()).graph().metric().orElse(Metric.ACCURACY);
    }

    /** What is watched in this run and in those to come. */
    public WatchChoice watch() {
        return watch;
    }

    private void tell(RunDirectory directory, Watching watching) {
        Callable<Boolean> work = () -> {
            control.watch(directory, watching);
            return true;
        };
        background.run(work, done -> {}, this::report);
    }

    /** Pauses a run that trains; has a paused one go on. */
    public void pauseOrResume() {
        boolean paused = state.get().status() == RunStatus.PAUSED;
        steer(directory -> {
            if (paused) {
                control.resume(directory);
            } else {
                control.pause(directory);
            }
        });
    }

    public void stop() {
        steer(control::stop);
    }

    /** Trains more epochs than planned, also after the end. */
    public void trainMore(int epochs) {
        steer(directory -> control.trainMore(directory, epochs));
    }

    /** Has a stopped or failed run go on from its checkpoint. */
    public void goOn() {
        steer(control::resume);
    }

    private interface Steering {
        void apply(RunDirectory directory) throws Exception;
    }

    private void steer(Steering steering) {
        run.get().ifPresent(shown -> {
            Callable<Boolean> work = () -> {
                steering.apply(shown.directory());
                return true;
            };
            background.run(work, done -> {}, this::report);
        });
    }

    private void report(Exception failure) {
        errors.accept(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    @Override
    public void close() {
        state.unbind();
        run.get().ifPresent(RunViewModel::close);
    }
}
