package org.vitrine.worker.explain;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vitrine.attribution.AttributionMethods;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.text.TextAnswers;
import org.vitrine.worker.train.SavedWeights;

/** Holds a trained model and answers questions about examples until it is closed, idle for long, or nobody is left to ask. */
public final class SessionJob {
    private static final long POLL_MILLIS = 20;
    private static final long NANOS_BETWEEN_NEWS = 100_000_000;
    private static final String NOT_EXPLAINED =
            "This model can not be explained: its head scores no class and no value of an example as a whole";

    private final WorkerTask.Session task;
    private final EventSink events;
    private final Duration patience;
    private final Deque<WorkerCommand> waiting = new ArrayDeque<>();
    private final Set<String> givenUp = new HashSet<>();
    private Optional<Explanations> explanations = Optional.empty();
    private Optional<TextAnswers> texts = Optional.empty();
    private Optional<LayerOutputs> layers = Optional.empty();
    private Optional<Traces> traces = Optional.empty();
    private Optional<Attending> attending = Optional.empty();

    /** @param patience how long to wait for the next question */
    public SessionJob(WorkerTask.Session task, EventSink events, Duration patience) {
        this.task = task;
        this.events = events;
        this.patience = patience;
    }

    /**
     * Answers until the end.
     *
     * @throws DatasetException if the data can not be loaded
     * @throws IOException if the run directory can not be read or written
     */
    public void run() throws IOException, DatasetException {
        GraphDocument document = task.run().readDocument();
        Dataset data = task.run().loadData(DatasetCatalogue.builtIn());
        EngineSettings.apply();
        Network network = SavedWeights.load(task.run(), document, data, this::note);
        AnswerFiles files =
                new AnswerFiles(task.run(), String.valueOf(task.session().path().getFileName()));
        explanations = Optional.of(network)
                .filter(trained -> trained.objective() instanceof ScoredObjective)
                .map(trained -> new Explanations(
                        files, data, ExplainedNetwork.of(document.flat().graph(), data, document.training(), trained)));
        texts = TextAnswers.of(network, data);
        layers = Optional.of(new LayerOutputs(files, data, network));
        attending = Optional.of(new Attending(files, data, network));
        traces = Optional.of(new Traces(files, data, document, network));
        events.write(new SessionEvent.SessionReady(
                explanations.map(Explanations::featureLayers).orElse(List.of()),
                AttributionMethods.refusals(new ModelFacts(document.flat().graph(), data.spec()))));
        answerAll(new CommandReader(task.session().commandsFile(), this::note));
    }

    private void answerAll(CommandReader commands) throws IOException {
        long lastQuestion = System.nanoTime();
        while (true) {
            look(commands);
            WorkerCommand command = waiting.poll();
            if (command instanceof WorkerCommand.Close) {
                return;
            }
            if (command != null) {
                answer(command, commands);
                lastQuestion = System.nanoTime();
                continue;
            }
            boolean idle = System.nanoTime() - lastQuestion > patience.toNanos();
            if (idle || commands.isGone() || !task.parent().isAlive() || !pause()) {
                return;
            }
        }
    }

    /** Takes what was asked since the last look. */
    private void look(CommandReader commands) throws RunException {
        for (NumberedCommand numbered : commands.poll()) {
            if (numbered.command() instanceof WorkerCommand.Cancel cancel) {
                givenUp.add(cancel.request());
            } else {
                waiting.add(numbered.command());
            }
        }
    }

    /** Whether nobody waits for this answer any more, or for any. */
    private boolean isGivenUp(String request, CommandReader commands) {
        try {
            look(commands);
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return givenUp.contains(request)
                || waiting.peek() instanceof WorkerCommand.Close
                || commands.isGone()
                || !task.parent().isAlive();
    }

    private static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answer(WorkerCommand command, CommandReader commands) throws IOException {
        if (command instanceof WorkerCommand.Attribute question) {
            answer(question.request(), () -> explanations
                    .orElseThrow(() -> new IllegalArgumentException(NOT_EXPLAINED))
                    .explain(question, progress(question.request(), commands)));
        } else if (command instanceof WorkerCommand.Judge question) {
            answer(question.request(), () -> judging().judge(question, progress(question.request(), commands)));
        } else if (command instanceof WorkerCommand.JudgeMany question) {
            answer(question.request(), () -> judging().judgeMany(question, progress(question.request(), commands)));
        } else if (command instanceof WorkerCommand.Predict question) {
            answer(question.request(), () -> explanations
                    .orElseThrow(() -> new IllegalArgumentException(NOT_EXPLAINED))
                    .predict(question));
        } else if (command instanceof WorkerCommand.Generate question) {
            answer(question.request(), () -> texts().generate(
                            question, events, () -> isGivenUp(question.request(), commands)));
        } else if (command instanceof WorkerCommand.Translate question) {
            answer(question.request(), () -> texts().translate(question));
        } else if (command instanceof WorkerCommand.Trace question) {
            answer(question.request(), () -> traces.orElseThrow().trace(question));
        } else if (command instanceof WorkerCommand.TryStep question) {
            answer(question.request(), () -> traces.orElseThrow().tryStep(question));
        } else if (command instanceof WorkerCommand.Attend question) {
            answer(question.request(), () -> attending.orElseThrow().attend(question));
        } else if (command instanceof WorkerCommand.Activate question) {
            answer(question.request(), () -> layers.orElseThrow().of(question, share -> {
                write(new SessionEvent.Progressed(question.request(), share));
                return !isGivenUp(question.request(), commands);
            }));
        }
    }

    private Judging judging() {
        return new Judging(explanations.orElseThrow(() -> new IllegalArgumentException(NOT_EXPLAINED)), events);
    }

    private TextAnswers texts() {
        return texts.orElseThrow(() -> new IllegalArgumentException("This model writes no texts"));
    }

    /** Tells the caller how far a question is, now and then, and stops when it is given up. */
    private Progress progress(String request, CommandReader commands) {
        long[] told = {System.nanoTime()};
        return share -> {
            if (isGivenUp(request, commands)) {
                throw new CancellationException();
            }
            if (System.nanoTime() - told[0] > NANOS_BETWEEN_NEWS) {
                told[0] = System.nanoTime();
                write(new SessionEvent.Progressed(request, share));
            }
        };
    }

    /** Finds an answer, or says in the message of an {@link IllegalArgumentException} why there is none. */
    @FunctionalInterface
    private interface Finding {
        RunEvent find() throws IOException;
    }

    private void answer(String request, Finding finding) throws IOException {
        if (givenUp.remove(request)) {
            return;
        }
        try {
            events.write(finding.find());
        } catch (CancellationException e) {
            events.write(new SessionEvent.RequestFailed(request, "It was given up"));
        } catch (IllegalArgumentException e) {
            events.write(new SessionEvent.RequestFailed(request, String.valueOf(e.getMessage())));
        }
    }

    private void note(String text) {
        write(new RunEvent.Noted(text));
    }

    private void write(RunEvent event) {
        try {
            events.write(event);
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
