package org.vitrine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.DataEffects;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.Judgements;
import org.vitrine.runs.event.Judgements.JudgedLine;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;

/** Pretends to train; the title of the document tells how it goes. */
public final class WorkerMain {
    private static final int ITERATIONS = 4;

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException, DatasetException {
        WorkerTask task = WorkerTask.parse(List.of(arguments));
        if (task instanceof WorkerTask.Train train) {
            train(train.run());
        } else if (task instanceof WorkerTask.Session session) {
            answer(session);
        } else if (task instanceof WorkerTask.Weights weights) {
            Npz.write(weights.file(), Map.of("fake/W", Tensor.of(new float[] {1, 2}, 2)));
        } else if (task instanceof WorkerTask.Calibrate calibrate) {
            try (EventWriter events = new EventWriter(calibrate.files().eventsFile())) {
                int examples = load(calibrate.folder().readDocument()).train().size();
                events.write(new RunEvent.Calibrated(
                        403,
                        examples,
                        16,
                        (examples + 15) / 16,
                        2,
                        1.5,
                        40,
                        0.002,
                        0.004,
                        0.001,
                        0.01,
                        1 << 27,
                        1 << 28,
                        List.of(new RunEvent.LayerTime("dense1", 0.0002, 0.0003))));
            }
        } else if (task instanceof WorkerTask.Describe describe) {
            try (EventWriter events = new EventWriter(describe.files().eventsFile())) {
                events.write(new RunEvent.DeviceFound("cpu", true, "Fake CPU", null));
                events.write(new RunEvent.DeviceFound("cuda:0", false, "CUDA", "no driver"));
            }
        }
    }

    private static void train(RunDirectory run) throws IOException, DatasetException {
        RunState state = run.readState();
        GraphDocument document = run.readDocument();
        CommandReader commands = run.openCommands(state, note -> {});
        int epochs = Math.max(document.training().epochs(), state.epochsPlanned());
        int first =
                state.lastCheckpoint().map(RunEvent.CheckpointSaved::iteration).orElse(0) + 1;
        try (EventWriter events = new EventWriter(run.eventsFile())) {
            ProcessIdentity self = ProcessIdentity.current();
            events.write(new RunEvent.WorkerStarted(self.pid(), self.start(), "cpu", "Fake CPU", Map.of("fake", "1")));
            for (NumberedCommand more : commands.poll()) {
                events.write(new RunEvent.CommandAccepted(more.sequence()));
                epochs += more.command() instanceof WorkerCommand.TrainMore wanted ? wanted.epochs() : 0;
            }
            Dataset dataset = load(document);
            events.write(new RunEvent.DataLoaded(
                    document.data().dataset(),
                    dataset.fingerprint(),
                    dataset.train().size(),
                    dataset.validation().size(),
                    dataset.test().size()));
            events.write(new RunEvent.TrainingStarted(
                    99, dataset.train().size(), ITERATIONS, epochs, first, (first - 1) / ITERATIONS + 1));
            for (int iteration = first; iteration <= epochs * ITERATIONS; iteration++) {
                if (!iterate(run, events, commands, document.title(), iteration)) {
                    return;
                }
            }
            run.writeEvaluation(evaluate(dataset));
            events.write(
                    new RunEvent.TestEvaluated(0.125, dataset.targetScales().isEmpty() ? 0.9 : 1.5));
            events.write(new RunEvent.TrainingFinished(epochs, epochs * ITERATIONS, 1.5));
        }
    }

    /** One pretended iteration; false ends the run. */
    private static boolean iterate(
            RunDirectory run, EventWriter events, CommandReader commands, String behaviour, int iteration)
            throws IOException {
        int epoch = (iteration - 1) / ITERATIONS + 1;
        events.write(
                new RunEvent.IterationDone(iteration, epoch, 1.0 / iteration, 0.5, 0.001, 1000, 2, 1 << 20, 1 << 20));
        if (iteration % ITERATIONS == 0) {
            events.write(new RunEvent.EpochDone(epoch, iteration, 1.0 / iteration, 0.6, 1.1 / iteration, 0.55, 0.5));
            Files.createDirectories(run.checkpoints());
            events.write(new RunEvent.CheckpointSaved(iteration, epoch, "checkpoints/" + iteration));
        }
        if (behaviour.equals("diverge") && iteration == 6) {
            events.write(new RunEvent.TrainingDiverged(6, "the loss became NaN", List.of("Lower the learning rate")));
            return false;
        }
        if (behaviour.equals("fail") && iteration == 6) {
            events.write(new RunEvent.WorkerFailed("The graph is too large", "Make it smaller"));
            return false;
        }
        if (behaviour.equals("vanish") && iteration == 6) {
            Runtime.getRuntime().halt(9);
        }
        if (behaviour.equals("long")) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        for (NumberedCommand numbered : commands.poll()) {
            events.write(new RunEvent.CommandAccepted(numbered.sequence()));
            if (numbered.command() instanceof WorkerCommand.Stop) {
                events.write(new RunEvent.CheckpointSaved(iteration, epoch, "checkpoints/" + iteration));
                events.write(new RunEvent.TrainingStopped(epoch, iteration));
                return false;
            }
        }
        return true;
    }

    /** Every tenth example is wrong. */
    private static TestEvaluation evaluate(Dataset dataset) {
        int n = dataset.test().size();
        int classes = dataset.spec().target().size();
        boolean classification = dataset.spec().target().kind() == Target.Kind.CLASSES;
        int[] actual = new int[classification ? n : 0];
        int[] predicted = new int[actual.length];
        float[][] outputs = new float[n][classes];
        float[][] values = new float[classification ? 0 : n][classes];
        for (int i = 0; i < n; i++) {
            float target = dataset.test().example(i).targets().values()[0];
            if (classification) {
                actual[i] = (int) target;
                predicted[i] = i % 10 == 0 ? (actual[i] + 1) % classes : actual[i];
                outputs[i][predicted[i]] = 0.75f;
            } else {
                values[i][0] = target;
                outputs[i][0] = target + 1.5f;
            }
        }
        return classification
                ? TestEvaluation.ofClasses(0.125, dataset.targetNames(), actual, predicted, outputs)
                : TestEvaluation.ofValues(0.125, dataset.targetNames(), outputs, values);
    }

    private static void answer(WorkerTask.Session session) throws IOException, DatasetException {
        Dataset dataset = load(session.run().readDocument());
        CommandReader commands = new CommandReader(session.session().commandsFile(), note -> {});
        try (EventWriter events = new EventWriter(session.session().eventsFile())) {
            events.write(new SessionEvent.SessionReady(List.of(), Map.of("rise", "RISE needs an image")));
            while (session.parent().isAlive()) {
                for (NumberedCommand numbered : commands.poll()) {
                    if (numbered.command() instanceof WorkerCommand.Close) {
                        return;
                    }
                    if (numbered.command() instanceof WorkerCommand.Attribute attribute) {
                        events.write(explain(session.run(), dataset, attribute));
                    }
                    if (numbered.command() instanceof WorkerCommand.Generate ask) {
                        String text = " T" + ask.temperature() + " K" + ask.topK();
                        events.write(new SessionEvent.TextSampled(ask.request(), text, List.of(text), List.of(0.5)));
                        events.write(new SessionEvent.TextGenerated(ask.request(), text, 1, 0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.FindNearest ask) {
                        events.write(new SessionEvent.NearestFound(
                                ask.request(),
                                "dense1",
                                List.of("input", "dense1"),
                                false,
                                90,
                                1,
                                OptionalDouble.of(0.5),
                                List.of(new RankedExample(3, 0.125), new RankedExample(40, 0.25)),
                                "attributions/nearest.npy",
                                0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.FindInfluence ask) {
                        events.write(new SessionEvent.Progressed(ask.request(), 0.5));
                        events.write(
                                ask.parameters().equals("all-parameters")
                                        ? new SessionEvent.RequestFailed(ask.request(), "It draws at random")
                                        : new SessionEvent.InfluenceFound(
                                                ask.request(),
                                                90,
                                                ask.target() == null ? 1 : ask.target(),
                                                2,
                                                0.5,
                                                List.of(new RankedExample(5, 1.5)),
                                                List.of(new RankedExample(6, -0.75)),
                                                "attributions/influence.npy",
                                                0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.Judge ask) {
                        JudgedLine line = new JudgedLine(
                                "deletion", "PASS", OptionalDouble.of(3.5), Map.of("area", 0.25), "", null);
                        events.write(new SessionEvent.LineJudged(ask.request(), line));
                        events.write(new SessionEvent.Judged(
                                ask.request(),
                                ask.method(),
                                ask.example(),
                                1,
                                place(session.run(), dataset, ask.place()),
                                "DOUBTFUL",
                                List.of(line),
                                0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.JudgeMany ask) {
                        events.write(new SessionEvent.Progressed(ask.request(), 0.5));
                        events.write(new SessionEvent.JudgedMany(
                                ask.request(),
                                ask.method(),
                                List.of(0, 5),
                                List.of(
                                        new Judgements.MetricSummary("deletion", 1, 0, 1, 0, 1.5, 1.25, List.of()),
                                        new Judgements.MetricSummary(
                                                "",
                                                1,
                                                1,
                                                0,
                                                0,
                                                Double.NaN,
                                                Double.NaN,
                                                List.of(new Judgements.ClassSummary(2, 2, 1)))),
                                "attributions/judged.npy",
                                0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.Permute ask) {
                        events.write(new SessionEvent.Progressed(ask.request(), 0.5));
                        events.write(new SessionEvent.Permuted(
                                ask.request(),
                                "columns",
                                30,
                                ask.repeats(),
                                0.25,
                                0.75,
                                List.of(
                                        new DataEffects.PermutedPart("a", List.of(0.25, 0.5), List.of(0.75, 0.5)),
                                        new DataEffects.PermutedPart("b", List.of(1.25, 1.25), List.of(0.5, 0.5))),
                                0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.Maximise ask) {
                        String file = "attributions/maximised-" + ask.unit() + ".npz";
                        java.nio.file.Path path = session.run().path().resolve(file);
                        java.nio.file.Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
                        org.vitrine.datasets.Npz.write(
                                path,
                                java.util.Map.of(
                                        "input",
                                        org.vitrine.datasets.Tensor.zeros(4),
                                        "course",
                                        org.vitrine.datasets.Tensor.of(new float[] {0, 2.5f}, 2)));
                        events.write(new SessionEvent.Maximised(
                                ask.request(),
                                ask.layer(),
                                ask.unit(),
                                file,
                                2.5,
                                ask.part(),
                                List.of(new org.vitrine.runs.event.RankedExample(7, 1.75)),
                                30,
                                0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.Vary ask) {
                        events.write(vary(session.run(), ask));
                    }
                    if (numbered.command() instanceof WorkerCommand.Predict ask) {
                        events.write(new SessionEvent.Predicted(ask.request(), List.of(0.1, 0.7, 0.2), 0.01));
                    }
                    if (numbered.command() instanceof WorkerCommand.Translate ask) {
                        String turned = new StringBuilder(ask.text()).reverse().toString();
                        events.write(new SessionEvent.TextTranslated(ask.request(), turned, 0.75, 0.01));
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    /** Two examples of three classes; the second example answers one tenth more, the mean of two columns is their sum. */
    private static RunEvent vary(RunDirectory run, WorkerCommand.Vary ask) throws IOException {
        if (ask.columns().contains("colour")) {
            return new SessionEvent.RequestFailed(ask.request(), "There is no column \"colour\"");
        }
        Files.createDirectories(run.attributions());
        String file = "attributions/varied.npz";
        boolean two = ask.columns().size() == 2;
        float[] answers = two
                ? new float[] {0.1f, 0, 0, 0.2f, 0, 0, 0.3f, 0, 0, 0.4f, 0, 0}
                : new float[] {0.1f, 0.2f, 0.7f, 0.2f, 0.3f, 0.5f, 0.3f, 0.4f, 0.3f, 0.4f, 0.5f, 0.1f};
        Npz.write(
                run.path().resolve(file),
                Map.of(
                        "examples", Tensor.of(new float[] {4, 9}, 2),
                        "own",
                                Tensor.of(
                                        new float[2 * ask.columns().size()],
                                        2,
                                        ask.columns().size()),
                        "answers", Tensor.of(answers, 2, 2, 3)));
        return new SessionEvent.Varied(
                ask.request(),
                ask.columns().stream()
                        .map(name -> new DataEffects.VariedColumn(name, "NUMBER", List.of(1.5, 2.5), List.of()))
                        .toList(),
                file,
                2,
                0.01);
    }

    /** Of models that score places the one that was named, or the fourth. */
    private static RunEvent explain(RunDirectory run, Dataset dataset, WorkerCommand.Attribute request)
            throws IOException {
        Batch example = dataset.part(request.part()).example(request.example());
        Tensor relevance = example.inputs().row(0);
        Files.createDirectories(run.attributions());
        String file = "attributions/" + request.request() + "-"
                + ProcessIdentity.current().pid() + ".npy";
        Npy.write(run.path().resolve(file), relevance);
        OptionalDouble gap =
                request.method().equals("integrated-gradients") ? OptionalDouble.of(0.001) : OptionalDouble.empty();
        return new SessionEvent.AttributionDone(
                request.request(),
                request.method(),
                file,
                true,
                2.5,
                gap,
                List.of(0.1, 0.7, 0.2),
                place(run, dataset, request.place()),
                0.01);
    }

    private static OptionalInt place(RunDirectory run, Dataset dataset, @Nullable Integer wanted) throws IOException {
        ModelFacts model = new ModelFacts(run.readDocument().flat().graph(), dataset.spec());
        return Places.of(model).isEmpty() ? OptionalInt.empty() : OptionalInt.of(wanted == null ? 3 : wanted);
    }

    private static Dataset load(GraphDocument document) throws DatasetException {
        return DatasetCatalogue.builtIn().load(document.data());
    }
}
