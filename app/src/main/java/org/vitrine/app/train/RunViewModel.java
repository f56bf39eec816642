package org.vitrine.app.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.Poller;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunFollower;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunState;

/**
 * One run as the window shows it, live or over: state, curves, log and test results, all read from its directory. To be
 * used on the FX thread; the follower's thread only hands updates over.
 */
public final class RunViewModel implements AutoCloseable {
    private final RunDirectory directory;
    private final RunRecord record;
    private final Metric metric;
    private final Background background;
    private final RunCurves curves = new RunCurves();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<TestEvaluation>> evaluation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WordVectors>> vectors = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final boolean words;
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private Optional<Poller> follower = Optional.empty();

    /** @param metric what the model is judged by */
    public RunViewModel(RunDirectory directory, RunRecord record, Metric metric, Background background) {
        this.directory = directory;
        this.record = record;
        this.metric = metric;
        this.words = directory.trainsWords();
        this.background = background;
    }

    /** Starts to follow the run; {@code toFx} hands an update to {@link #accept} on the FX thread. */
    public void follow(Consumer<RunFollower.Update> toFx) {
        follower = Optional.of(RunFollower.start(directory, toFx));
    }

    /** Takes updates in their order. */
    public void accept(List<RunFollower.Update> updates) {
        for (RunFollower.Update update : updates) {
            for (TimedEvent timed : update.events()) {
                curves.add(timed.event());
                describe(timed.event()).ifPresent(log::add);
            }
        }
        RunState before = state.get();
        RunState now = updates.get(updates.size() - 1).state();
        state.set(now);
        if (now.test().isPresent() && !now.test().equals(before.test())) {
            loadEvaluation();
        }
        if (words && now.status().isOver() && !before.status().isOver() && WordVectors.isIn(directory.words())) {
            loadVectors();
        }
        if (now.test().isEmpty()) {
            evaluation.set(Optional.empty());
        }
    }

    private void loadEvaluation() {
        background.run(
                directory::readEvaluation, evaluation::set, failure -> log.add(String.valueOf(failure.getMessage())));
    }

    private void loadVectors() {
        background.run(
                () -> WordVectors.read(directory.words()),
                read -> vectors.set(Optional.of(read)),
                failure -> log.add(String.valueOf(failure.getMessage())));
    }

    private static Optional<String> describe(RunEvent event) {
        String key = "log." + event.getClass().getSimpleName();
        return Texts.has(key) ? Optional.of(text(key, event)) : Optional.empty();
    }

    private static String text(String key, RunEvent event) {
        Object[] values = java.util.Arrays.stream(event.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        Object value = component.getAccessor().invoke(event);
                        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : value;
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
        return Texts.format(key, values);
    }

    public RunDirectory directory() {
        return directory;
    }

    public RunRecord record() {
        return record;
    }

    /** What the model is judged by. */
    public Metric metric() {
        return metric;
    }

    public RunCurves curves() {
        return curves;
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }

    /** What the model scored on the test part, once it was evaluated. */
    public ReadOnlyObjectProperty<Optional<TestEvaluation>> evaluation() {
        return evaluation.getReadOnlyProperty();
    }

    /** Whether vectors of words are trained, not a graph. */
    public boolean trainsWords() {
        return words;
    }

    /** The vectors of words, once they are trained. */
    public ReadOnlyObjectProperty<Optional<WordVectors>> vectors() {
        return vectors.getReadOnlyProperty();
    }

    /** What happened, one line each, without the iterations. */
    public ObservableList<String> log() {
        return log;
    }

    @Override
    public void close() {
        follower.ifPresent(Poller::close);
    }
}
