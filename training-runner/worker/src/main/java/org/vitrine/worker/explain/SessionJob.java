package org.vitrine.worker.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.ProcessWatch;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.session.PollPace;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.SavedWeights;

/** Holds a trained model and answers questions about examples until it is closed, idle for long, or nobody is left to ask. */
public final class SessionJob {
    private static final PollPace PACE = new PollPace(1, 20);
    private static final long NANOS_BETWEEN_NEWS = 100_000_000;

    private final WorkerTask.Session task;
    private final EventSink events;
    private final Duration patience;
    private final ProcessWatch parent;
    private final Deque<WorkerCommand> waiting = new ArrayDeque<>();
    private final Set<String> givenUp = new HashSet<>();
    private Optional<Questions> questions = Optional.empty();

    /** @param patience how long to wait for the next question */
    public SessionJob(WorkerTask.Session task, EventSink events, Duration patience) {
        this.task = task;
        this.events = events;
        this.patience = patience;
        this.parent = new ProcessWatch(task.parent());
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
        Questions answered = new Questions(
                files, document, data, network, () -> SavedWeights.kept(task.run(), document, data, this::note));
        questions = Optional.of(answered);
        events.write(new SessionEvent.SessionReady(
                answered.featureLayers(),
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
            if (command instanceof WorkerCommand.Question question) {
                answer(question, commands);
                lastQuestion = System.nanoTime();
                continue;
            }
            boolean idle = System.nanoTime() - lastQuestion > patience.toNanos();
            if (idle || commands.isGone() || !parent.isAlive() || !pause(lastQuestion)) {
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

    private static boolean pause(long lastQuestion) {
        try {
            Thread.sleep(PACE.millisSince(lastQuestion));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answer(WorkerCommand.Question question, CommandReader commands) throws IOException {
        if (givenUp.remove(question.request())) {
            return;
        }
        try {
            events.write(questions.orElseThrow().answer(question, new Waiting(question.request(), commands)));
        } catch (CancellationException e) {
            events.write(new SessionEvent.RequestFailed(question.request(), "It was given up"));
        } catch (IllegalArgumentException e) {
            events.write(new SessionEvent.RequestFailed(question.request(), String.valueOf(e.getMessage())));
        }
    }

    /** The one who waits for the answer to a request. */
    private final class Waiting implements Asked {
        private final String request;
        private final CommandReader commands;
        private long told = System.nanoTime();

        Waiting(String request, CommandReader commands) {
            this.request = request;
            this.commands = commands;
        }

        @Override
        public EventSink news() {
            return events;
        }

        @Override
        public Progress progress() {
            return share -> {
                if (isGivenUp()) {
                    throw new CancellationException();
                }
                if (System.nanoTime() - told > NANOS_BETWEEN_NEWS) {
                    told = System.nanoTime();
                    write(new SessionEvent.Progressed(request, share));
                }
            };
        }

        @Override
        public boolean isGivenUp() {
            try {
                look(commands);
            } catch (RunException e) {
                throw new UncheckedIOException(e);
            }
            return givenUp.contains(request)
                    || waiting.peek() instanceof WorkerCommand.Close
                    || commands.isGone()
                    || !parent.isAlive();
        }
    }

    private void note(String text) {
        write(new RunEvent.Noted(text));
    }

    private void write(RunEvent event) {
        try {
            events.write(event);
        } catch (RunException e) {
            throw new UncheckedIOException(e);
        }
    }
}
