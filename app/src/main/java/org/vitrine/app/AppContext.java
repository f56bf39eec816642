package org.vitrine.app;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.app.settings.SettingsStore;
import org.vitrine.app.shared.Background;
import org.vitrine.charts.PulseBatcher;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.importing.ImportCache;
import org.vitrine.datasets.importing.Importers;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.DeviceFound;
import org.vitrine.runs.launch.DeviceProbe;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerStarter;
import org.vitrine.runs.schedule.RunControl;
import org.vitrine.runs.schedule.RunScheduler;
import org.vitrine.runs.store.RunStore;

/** What the window is wired from: stores, launcher, threads. Made once at the start and closed at the end. */
public final class AppContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppContext.class);
    private static final int SECONDS_TO_SETTLE = 10;

    private final AppPaths paths;
    private final SettingsStore settings;
    private final PulseBatcher pulse = new PulseBatcher();
    private final ExecutorService workers = background(3);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(threads("writer"));
    private final ExecutorService downloads = Executors.newSingleThreadExecutor(threads("download"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads("timer"));
    private final Background background = new Background(workers, pulse::runOnFx);
    private final Importers importers =
            Importers.all(new ImportCache(DownloadCache.standard().root().resolve("imports")));
    private final DatasetCatalogue catalogue = DatasetCatalogue.with(importers);
    private final RunStore store;
    private final WorkerLauncher launcher;
    private final DeviceProbe probe;
    private final RunScheduler scheduler;
    private final RunControl control;
    private final ReadOnlyObjectWrapper<List<DeviceFound>> devices = new ReadOnlyObjectWrapper<>(List.of());

    public AppContext(AppPaths paths, RunStore store, WorkerInstallation installation) {
        this.paths = paths;
        this.settings = new SettingsStore(paths.settings(), writer);
        this.store = store;
        this.launcher = new WorkerLauncher(installation, WorkerSettings.DEFAULT);
        this.probe = new DeviceProbe(launcher);
        this.scheduler = new RunScheduler(store, new WorkerStarter(launcher), WorkerSettings.DEFAULT.cpuRuns());
        this.control = new RunControl(store, scheduler::wake);
    }

    /** The context of a user's workbench. */
    public static AppContext standard() {
        return new AppContext(AppPaths.standard(), new RunStore(RunStore.defaultRoot()), WorkerInstallation.locate());
    }

    /** Starts what runs in the background: the scheduler and the search for devices. */
    public void start() {
        scheduler.start();
        background.run(probe::probe, devices::set, failure -> devices.set(List.of()));
        ScheduledFuture<?> unused =
                timer.schedule(() -> workers.execute(this::rehearse), SECONDS_TO_SETTLE, TimeUnit.SECONDS);
    }

    /** Once in the life of an installation. */
    private void rehearse() {
        try {
            launcher.rehearse();
        } catch (RunException e) {
            LOG.warn("Workers will start more slowly", e);
        }
    }

    /** After the window was closed, what a late answer asks for is done no more. */
    private static ExecutorService background(int count) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads("background"),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    public AppPaths paths() {
        return paths;
    }

    public SettingsStore settings() {
        return settings;
    }

    public PulseBatcher pulse() {
        return pulse;
    }

    public Background background() {
        return background;
    }

    /** One thread of its own: a download takes minutes, and two at a time are no faster. */
    public Background downloads() {
        return new Background(downloads, pulse::runOnFx);
    }

    /** One thread, so that files are written in order. */
    public ExecutorService writer() {
        return writer;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    public Importers importers() {
        return importers;
    }

    public DatasetCatalogue catalogue() {
        return catalogue;
    }

    public RunStore store() {
        return store;
    }

    public WorkerLauncher launcher() {
        return launcher;
    }

    public RunScheduler scheduler() {
        return scheduler;
    }

    public RunControl control() {
        return control;
    }

    /** What the probe found; empty until it is done. */
    public ReadOnlyObjectProperty<List<DeviceFound>> devices() {
        return devices.getReadOnlyProperty();
    }

    @Override
    public void close() {
        scheduler.close();
        timer.shutdownNow();
        // What came in so far is kept.
        downloads.shutdownNow();
        finish(workers);
        finish(writer);
        pulse.close();
    }

    /** Lets what is under way end, such as a last word to a session worker or an autosave, but not for long. */
    private static void finish(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
