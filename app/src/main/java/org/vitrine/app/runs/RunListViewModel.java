package org.vitrine.app.runs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunStore;

/** Every run on this machine, newest first, looked at anew each second from a background thread. */
public final class RunListViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RunListViewModel.class);
    private static final long PERIOD_MILLIS = 500;

    private final RunStore store;
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<RunEntry>> active = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");

    public RunListViewModel(RunStore store) {
        this.store = store;
    }

    /**
     * Starts to look.
     *
     * @param toFx hands lists to the FX thread
     */
    public void start(ScheduledExecutorService timer, Consumer<Runnable> toFx) {
        // Never ends by itself: look() handles what can go wrong, and the timer stops with the window.
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(() -> look(toFx), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Consumer<Runnable> toFx) {
        try {
            List<RunEntry> now = store.list();
            toFx.accept(() -> show(now, ""));
        } catch (IOException e) {
            LOG.warn("Runs can not be listed", e);
            toFx.accept(() -> show(List.copyOf(runs), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("Runs can not be listed", e);
        }
    }

    private void show(List<RunEntry> now, String trouble) {
        problem.set(trouble);
        if (!now.equals(List.copyOf(runs))) {
            runs.setAll(now);
        }
        active.set(now.stream().filter(entry -> entry.state().isLive()).findFirst());
    }

    public ObservableList<RunEntry> runs() {
        return runs;
    }

    /** The run that a worker is at, if any. */
    public ReadOnlyObjectProperty<Optional<RunEntry>> active() {
        return active.getReadOnlyProperty();
    }

    /** Why the list may be out of date; empty if it is not. */
    public ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /** How many runs wait for their turn. */
    public long waiting() {
        return runs.stream()
                .filter(entry -> entry.state().status() == RunStatus.QUEUED)
                .count();
    }
}
