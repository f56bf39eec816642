package org.vitrine.runs.launch;

import java.nio.file.Path;
import java.util.List;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.SessionDirectory;
import org.vitrine.runs.store.WorkerFiles;

/** What a worker is started for: the arguments of {@code org.vitrine.worker.WorkerMain}. */
public sealed interface WorkerTask {

    /** The folder through which the worker talks. */
    WorkerFiles files();

    /** The device to compute on; the launcher has chosen it. */
    Device device();

    List<String> toArguments();

    /** Train a run: {@code train RUN DEVICE}. */
    record Train(RunDirectory run, Device device) implements WorkerTask {
        @Override
        public WorkerFiles files() {
            return run;
        }

        @Override
        public List<String> toArguments() {
            return List.of("train", run.path().toString(), device.toString());
        }
    }

    /** Hold a trained model ready for questions, until told to close or {@code parent} is gone: {@code session RUN SESSION PID START}. */
    record Session(RunDirectory run, SessionDirectory session, ProcessIdentity parent) implements WorkerTask {
        @Override
        public WorkerFiles files() {
            return session;
        }

        @Override
        public Device device() {
            return new Device.Cpu();
        }

        @Override
        public List<String> toArguments() {
            return List.of(
                    "session",
                    run.path().toString(),
                    session.path().toString(),
                    Long.toString(parent.pid()),
                    Long.toString(parent.start()));
        }
    }

    /** Write the weights of a trained run into {@code file}, telling how it went in {@code folder}: {@code weights RUN FOLDER FILE}. */
    record Weights(RunDirectory run, Path folder, Path file) implements WorkerTask {
        @Override
        public WorkerFiles files() {
            return () -> folder;
        }

        @Override
        public Device device() {
            return new Device.Cpu();
        }

        @Override
        public List<String> toArguments() {
            return List.of("weights", run.path().toString(), folder.toString(), file.toString());
        }
    }

    /** Probe devices: {@code describe FOLDER true|false}. */
    record Describe(Path folder, boolean cudaPack) implements WorkerTask {
        @Override
        public WorkerFiles files() {
            return () -> folder;
        }

        @Override
        public Device device() {
            return new Device.Cpu();
        }

        @Override
        public List<String> toArguments() {
            return List.of("describe", folder.toString(), Boolean.toString(cudaPack));
        }
    }

    /**
     * Train the document in a folder for about {@code seconds} to tell what training takes, unless {@code parent} goes: {@code
     * calibrate FOLDER DEVICE PID START SECONDS}.
     *
     * @param folder holds {@code graph.json}
     */
    record Calibrate(RunDirectory folder, Device device, ProcessIdentity parent, double seconds) implements WorkerTask {
        @Override
        public WorkerFiles files() {
            return folder;
        }

        @Override
        public List<String> toArguments() {
            return List.of(
                    "calibrate",
                    folder.path().toString(),
                    device.toString(),
                    Long.toString(parent.pid()),
                    Long.toString(parent.start()),
                    Double.toString(seconds));
        }
    }

    /** Reads what {@link #toArguments} wrote. */
    static WorkerTask parse(List<String> arguments) {
        String kind = arguments.isEmpty() ? "" : arguments.get(0);
        if (kind.equals("train") && arguments.size() == 3) {
            return new Train(run(arguments.get(1)), Device.parse(arguments.get(2)));
        }
        if (kind.equals("session") && arguments.size() == 5) {
            RunDirectory run = run(arguments.get(1));
            return new Session(
                    run,
                    new SessionDirectory(run, Path.of(arguments.get(2))),
                    new ProcessIdentity(Long.parseLong(arguments.get(3)), Long.parseLong(arguments.get(4))));
        }
        if (kind.equals("weights") && arguments.size() == 4) {
            return new Weights(run(arguments.get(1)), Path.of(arguments.get(2)), Path.of(arguments.get(3)));
        }
        if (kind.equals("describe") && arguments.size() == 3) {
            return new Describe(Path.of(arguments.get(1)), Boolean.parseBoolean(arguments.get(2)));
        }
        if (kind.equals("calibrate") && arguments.size() == 6) {
            return new Calibrate(
                    run(arguments.get(1)),
                    Device.parse(arguments.get(2)),
                    new ProcessIdentity(Long.parseLong(arguments.get(3)), Long.parseLong(arguments.get(4))),
                    Double.parseDouble(arguments.get(5)));
        }
        throw new IllegalArgumentException(
                "A worker is started with 'train RUN DEVICE', 'session RUN SESSION PID START', 'weights RUN FOLDER FILE',"
                        + " 'calibrate FOLDER DEVICE PID START SECONDS' or 'describe FOLDER CUDA_PACK', not with "
                        + arguments);
    }

    private static RunDirectory run(String path) {
        return new RunDirectory(Path.of(path));
    }
}
