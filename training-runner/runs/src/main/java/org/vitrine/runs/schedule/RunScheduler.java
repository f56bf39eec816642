package org.vitrine.runs.schedule;

import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.launch.RunStarter;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunStore;

/**
 * Starts queued runs when their device is free: one run on each CUDA device, some on the CPU. The queue is in the run
 * directories, so it outlives this process; a lock keeps several processes from starting one run twice.
 */
public final class RunScheduler implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(RunScheduler.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final RunStore store;
    private final RunStarter starter;
    private final int cpuRuns;
    private final Predicate<RunDirectory> mine;
    private final Semaphore wakes = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closed;

    /** Starts any queued run, {@code cpuRuns} at a time on the CPU. */
    public RunScheduler(RunStore store, RunStarter starter, int cpuRuns) {
        this(store, starter, cpuRuns, run -> true);
    }

    /** Starts the queued runs that {@code mine} accepts. */
    public RunScheduler(RunStore store, RunStarter starter, int cpuRuns, Predicate<RunDirectory> mine) {
        this.store = store;
        this.starter = starter;
        this.cpuRuns = cpuRuns;
        this.mine = mine;
    }

    /** Looks for runs to start in the background from now on. */
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::work, "run-scheduler");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Looks at once: something was queued. */
    public void wake() {
        wakes.release();
    }

    /** Ends the looking. Queued runs wait for the next scheduler; workers go on. */
    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void work() {
        while (!closed) {
            try {
                startWhatCan();
            } catch (RunException e) {
                LOG.warn("Queued runs can not be started now", e);
            } catch (RuntimeException e) {
                LOG.error("Queued runs can not be started now", e);
            }
            try {
                if (wakes.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** Starts all queued runs whose device is free now. */
    public void startWhatCan() throws RunException {
        List<RunEntry> waiting = waiting();
        if (!waiting.isEmpty()) {
            // Probing for CUDA takes a second: not under the lock.
            Map<Device, RunStarter.Choice> choices = new HashMap<>();
            waiting.forEach(entry -> choices.computeIfAbsent(wished(entry), starter::choose));
            store.tryExclusively(() -> startUnderLock(choices));
        }
    }

    private void startUnderLock(Map<Device, RunStarter.Choice> choices) throws RunException {
        Map<Device, Integer> busy = new HashMap<>();
        for (RunEntry entry : store.list()) {
            if (entry.state().isLive()) {
                busy.merge(entry.state().device().orElseGet(() -> wished(entry)), 1, Integer::sum);
            }
        }
        for (RunEntry entry : waiting()) {
            RunStarter.Choice choice = choices.get(wished(entry));
            if (choice == null) {
                continue;
            }
            int most = choice.device() instanceof Device.Cpu ? cpuRuns : 1;
            if (busy.getOrDefault(choice.device(), 0) < most) {
                start(entry, choice);
                busy.merge(choice.device(), 1, Integer::sum);
            }
        }
    }

    private List<RunEntry> waiting() throws RunException {
        return store.queued().stream()
                .filter(entry -> mine.test(entry.directory()))
                .toList();
    }

    private static Device wished(RunEntry entry) {
        return entry.record().map(RunRecord::device).orElseGet(Device.Cpu::new);
    }

    private void start(RunEntry entry, RunStarter.Choice choice) throws RunException {
        RunDirectory directory = entry.directory();
        try (EventWriter events = new EventWriter(directory.eventsFile())) {
            try {
                directory.writeRecord(directory.readRecord().withParent(ProcessIdentity.current()));
                ProcessIdentity worker = starter.start(directory, choice.device());
                events.write(new RunEvent.WorkerLaunched(worker.pid(), worker.start()));
                if (!choice.why().isEmpty()) {
                    events.write(new RunEvent.DeviceFellBack(
                            wished(entry).toString(), choice.device().toString(), choice.why()));
                }
                LOG.info("Started run {} on {}", directory.id(), choice.device());
            } catch (RunException e) {
                LOG.warn("Run {} could not be started: {}", directory.id(), e.getMessage());
                events.write(new RunEvent.WorkerFailed(e.what(), e.cure()));
            }
        }
    }
}
