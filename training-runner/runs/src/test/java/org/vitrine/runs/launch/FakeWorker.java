package org.vitrine.runs.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.testing.Runs;
import org.vitrine.runs.testing.Wait;

/** A worker that trains nothing but behaves like one; the title of the document tells how it behaves. */
public final class FakeWorker {
    private FakeWorker() {}

    public static void main(String[] arguments) throws IOException {
        WorkerTask task = WorkerTask.parse(List.of(arguments));
        System.out.println("fake worker for " + List.of(arguments));
        if (task instanceof WorkerTask.Train train) {
            train(train.run());
        } else if (task instanceof WorkerTask.Session session) {
            answer(session);
        } else if (task instanceof WorkerTask.Calibrate calibrate) {
            calibrate(calibrate);
        } else if (task instanceof WorkerTask.Describe describe) {
            try (EventWriter events = new EventWriter(describe.files().eventsFile())) {
                events.write(new RunEvent.DeviceFound("cpu", true, "Fake CPU", null));
                events.write(new RunEvent.DeviceFound("cuda:0", false, "CUDA", "no driver"));
            }
        }
    }

    private static void train(RunDirectory run) throws IOException {
        String behaviour = run.readDocument().title();
        if (behaviour.equals("silent")) {
            return;
        }
        RunState state = run.readState();
        CommandReader commands = run.openCommands(state, note -> {});
        try (EventWriter events = new EventWriter(run.eventsFile())) {
            events.write(new RunEvent.WorkerStarted(
                    ProcessIdentity.current().pid(),
                    ProcessIdentity.current().start(),
                    "cpu",
                    String.valueOf(System.getenv("OMP_WAIT_POLICY")),
                    Map.of("heap", Long.toString(Runtime.getRuntime().maxMemory()))));
            int first = state.lastCheckpoint()
                            .map(RunEvent.CheckpointSaved::iteration)
                            .orElse(0)
                    + 1;
            events.write(Runs.training(first));
            if (behaviour.equals("greedy")) {
                eatAllMemory();
            }
            iterate(first, commands, events);
        }
    }

    private static void calibrate(WorkerTask.Calibrate task) throws IOException {
        String behaviour = task.folder().readDocument().title();
        try (EventWriter events = new EventWriter(task.files().eventsFile())) {
            events.write(new RunEvent.CalibrationAdvanced("steps", 0.5));
            switch (behaviour) {
                case "silent" -> System.out.println("last words");
                case "wrong" -> events.write(new RunEvent.WorkerFailed("The graph has a cycle", "Remove an edge"));
                case "endless" -> {
                    while (task.parent().isAlive()) {
                        Wait.pause();
                    }
                }
                default ->
                    events.write(new RunEvent.Calibrated(
                            100, 950, 100, 10, 2, 1.5, 40, 0.01, 0.02, 0.005, 0.5, 1 << 20, 2 << 20, List.of()));
            }
        }
    }

    private static void iterate(int first, CommandReader commands, EventWriter events) throws IOException {
        for (int iteration = first; ; iteration++) {
            events.write(Runs.iteration(iteration));
            if (iteration == 3) {
                events.write(new RunEvent.CheckpointSaved(3, 1, "checkpoints/3"));
            }
            for (NumberedCommand numbered : commands.poll()) {
                events.write(new RunEvent.CommandAccepted(numbered.sequence()));
                if (numbered.command() instanceof WorkerCommand.Stop) {
                    events.write(new RunEvent.TrainingStopped(1, iteration));
                    return;
                }
                if (numbered.command() instanceof WorkerCommand.TrainMore more) {
                    events.write(new RunEvent.EpochsExtended(3 + more.epochs()));
                }
            }
            Wait.pause();
        }
    }

    private static void eatAllMemory() {
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < 1_000_000) {
            eaten.add(new byte[1 << 20]);
        }
    }

    private static void answer(WorkerTask.Session session) throws IOException {
        CommandReader commands = new CommandReader(session.session().commandsFile(), note -> {});
        try (EventWriter events = new EventWriter(session.session().eventsFile())) {
            events.write(new SessionEvent.SessionReady(List.of("conv1"), Map.of("rise", "RISE needs an image")));
            while (session.parent().isAlive()) {
                for (NumberedCommand numbered : commands.poll()) {
                    if (numbered.command() instanceof WorkerCommand.Close) {
                        return;
                    }
                    if (numbered.command() instanceof WorkerCommand.Attribute attribute) {
                        answer(attribute, events);
                    }
                    if (numbered.command() instanceof WorkerCommand.Generate generate) {
                        answer(generate, events);
                    }
                    if (numbered.command() instanceof WorkerCommand.Cancel cancel) {
                        events.write(new RunEvent.Noted("cancelled " + cancel.request()));
                    }
                }
                Wait.pause();
            }
        }
    }

    /** Writes the prompt's letters again; never ends for a negative length. */
    private static void answer(WorkerCommand.Generate request, EventWriter events) throws IOException {
        for (int i = 0; i < request.prompt().length(); i++) {
            String letter = request.prompt().substring(i, i + 1);
            events.write(new SessionEvent.TextSampled(request.request(), letter, List.of(letter), List.of(0.5)));
        }
        if (request.length() >= 0) {
            events.write(new SessionEvent.TextGenerated(
                    request.request(), request.prompt(), request.prompt().length(), 0.1));
        }
    }

    private static void answer(WorkerCommand.Attribute request, EventWriter events) throws IOException {
        switch (request.method()) {
            case "die" -> Runtime.getRuntime().halt(9);
            case "refuse" -> events.write(new SessionEvent.RequestFailed(request.request(), "no such method"));
            case "sleep" -> Wait.pause();
            default ->
                events.write(new SessionEvent.AttributionDone(
                        request.request(),
                        request.method(),
                        "attributions/" + request.example() + ".npy",
                        true,
                        1.5,
                        OptionalDouble.of(0.001),
                        List.of(0.25, 0.75),
                        OptionalInt.empty(),
                        0.1));
        }
    }
}
