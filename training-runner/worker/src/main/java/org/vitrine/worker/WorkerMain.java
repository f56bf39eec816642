package org.vitrine.worker;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.device.DescribeJob;
import org.vitrine.worker.device.DeviceChoice;
import org.vitrine.worker.device.Versions;
import org.vitrine.worker.explain.SessionJob;
import org.vitrine.worker.train.CalibrationJob;
import org.vitrine.worker.train.TrainingJob;
import org.vitrine.worker.train.WeightsJob;
import org.vitrine.worker.watch.RunWatch;
import org.vitrine.worker.words.WordsJob;

/**
 * A worker process. Its arguments are those of {@link WorkerTask}. Exit codes: 0 done, 1 failed (a {@code WorkerFailed} event
 * says why), 2 called wrongly, 3 the events could not be written.
 */
public final class WorkerMain {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMain.class);
    private static final Duration SESSION_PATIENCE = Duration.ofMinutes(10);

    private WorkerMain() {}

    public static void main(String[] arguments) {
        // Explicitly, since threads of native libraries would keep the process alive.
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        WorkerTask task;
        try {
            task = WorkerTask.parse(arguments);
        } catch (IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            return 2;
        }
        try (EventWriter events = new EventWriter(task.files().eventsFile())) {
            int code = run(task, events);
            events.force();
            return code;
        } catch (RunException e) {
            LOG.error("Events can not be written", e);
            return 3;
        }
    }

    private static int run(WorkerTask task, EventWriter events) throws RunException {
        try {
            start(task, events);
            return 0;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            LOG.error("The worker failed", e);
            events.write(Failures.describe(e));
            return 1;
        }
    }

    private static void start(WorkerTask task, EventWriter events) throws Exception {
        if (task instanceof WorkerTask.Describe describe) {
            DescribeJob.run(describe, events);
            return;
        }
        announce(task.device(), events);
        if (task instanceof WorkerTask.Train train
                && train.run().readWordSettings().isPresent()) {
            new WordsJob(train.run(), train.run().readWordSettings().get(), events::write).run();
        } else if (task instanceof WorkerTask.Train train) {
            Device device = DeviceChoice.settle(train.device(), events::write);
            new TrainingJob(train.run(), device, RunWatch::of, events::write, events::force).run();
        } else if (task instanceof WorkerTask.Weights weights) {
            new WeightsJob(weights, events::write).run();
        } else if (task instanceof WorkerTask.Calibrate calibrate) {
            DeviceChoice.settle(calibrate.device(), events::write);
            new CalibrationJob(calibrate, events::write).run();
        } else if (task instanceof WorkerTask.Session session) {
            new SessionJob(session, events::write, SESSION_PATIENCE).run();
        }
    }

    /** The first sign of life, before anything native is loaded. */
    private static void announce(Device device, EventWriter events) throws RunException {
        ProcessIdentity self = ProcessIdentity.current();
        String name = device instanceof Device.Cpu ? CpuFacts.name() : "CUDA device " + device;
        events.write(new RunEvent.WorkerStarted(self.pid(), self.start(), device.toString(), name, Versions.all()));
    }
}
