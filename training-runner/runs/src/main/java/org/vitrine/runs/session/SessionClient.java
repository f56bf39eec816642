package org.vitrine.runs.session;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.event.SessionEvent.Activated;
import org.vitrine.runs.event.SessionEvent.Attended;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.Looked;
import org.vitrine.runs.event.SessionEvent.Maximised;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.event.SessionEvent.PlacesTold;
import org.vitrine.runs.event.SessionEvent.Predicted;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.event.SessionEvent.StepTried;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.event.SessionEvent.TextSampled;
import org.vitrine.runs.event.SessionEvent.TextTranslated;
import org.vitrine.runs.event.SessionEvent.Traced;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.SessionDirectory;

/**
 * Asks a trained model for explanations and texts. The worker behind it starts with the first question, ends when it was idle for a
 * while, and starts again when needed. Safe for several threads; futures complete on a thread of the session.
 */
public final class SessionClient implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionClient.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final RunDirectory run;
    private final WorkerLauncher launcher;
    private final Duration patience;
    private final Duration idle;
    private @Nullable LiveSession session;
    private boolean closed;

    public SessionClient(RunDirectory run, WorkerLauncher launcher) {
        this(run, launcher, PATIENCE, IDLE);
    }

    /** Waits {@code patience} for an answer, and ends a worker that was {@code idle} for so long. */
    public SessionClient(RunDirectory run, WorkerLauncher launcher, Duration patience, Duration idle) {
        this.run = run;
        this.launcher = launcher;
        this.patience = patience;
        this.idle = idle;
    }

    /** Starts the worker ahead of the first question; tells which layers Grad-CAM can look at. */
    public CompletableFuture<SessionReady> ready() {
        try {
            return live().ready();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Explains one example. Fails with a {@link RequestRefusedException} if the model can not be asked so, or a {@link
     * RunException} that says why there is no answer.
     */
    public CompletableFuture<AttributionDone> attribute(AttributionRequest request) {
        return attribute(request, share -> {});
    }

    /**
     * Explains one example. Fails as {@link #attribute(AttributionRequest)} does. Cancel the future to give up.
     *
     * @param progress told of the share that is done, on a thread of the session
     */
    public CompletableFuture<AttributionDone> attribute(AttributionRequest request, DoubleConsumer progress) {
        return ask(
                id -> new WorkerCommand.Attribute(
                        id,
                        request.method(),
                        request.part(),
                        request.example(),
                        request.target(),
                        request.place(),
                        request.options(),
                        request.input()),
                AttributionDone.class,
                told(progress));
    }

    /** Asks what a model says at each place of an example. Fails as {@link #attribute} does. */
    public CompletableFuture<PlacesTold> places(Part part, int example) {
        return ask(id -> new WorkerCommand.TellPlaces(id, part, example), PlacesTold.class, news -> {});
    }

    /**
     * Judges the explanation of an example of the data set. Fails as {@link #attribute} does. Cancel the future to give up.
     *
     * @param news told of each line that is there, as {@link SessionEvent.LineJudged}, and of progress, on a thread of the session
     */
    public CompletableFuture<Judged> judge(AttributionRequest request, Consumer<News> news) {
        return ask(
                id -> new WorkerCommand.Judge(
                        id,
                        request.method(),
                        request.part(),
                        request.example(),
                        request.target(),
                        request.place(),
                        request.options()),
                Judged.class,
                news);
    }

    /**
     * Judges the explanations of many examples. Fails as {@link #attribute} does. Cancel the future to give up.
     *
     * @param progress told of the share that is done, on a thread of the session
     */
    public CompletableFuture<JudgedMany> judgeMany(
            String method, Part part, int examples, Map<String, String> options, DoubleConsumer progress) {
        return ask(
                id -> new WorkerCommand.JudgeMany(id, method, part, examples, options),
                JudgedMany.class,
                told(progress));
    }

    /** Hears of nothing but the share that is done. */
    public static Consumer<News> told(DoubleConsumer progress) {
        return news -> {
            if (news instanceof SessionEvent.Progressed progressed) {
                progress.accept(progressed.share());
            }
        };
    }

    /**
     * Asks what leaves a layer for the first examples of a part. Fails as {@link #attribute} does. Cancel the future to give up.
     *
     * @param progress told of the share that is done, on a thread of the session
     */
    public CompletableFuture<Activated> activate(Part part, String layer, int examples, DoubleConsumer progress) {
        return ask(id -> new WorkerCommand.Activate(id, part, layer, examples), Activated.class, told(progress));
    }

    /**
     * Asks which training examples are nearest to one. Fails as {@link #attribute} does. Cancel the future to give up.
     *
     * @param progress told of the share that is done, on a thread of the session
     */
    public CompletableFuture<NearestFound> nearest(NearestRequest request, DoubleConsumer progress) {
        return ask(
                id -> new WorkerCommand.FindNearest(
                        id,
                        request.part(),
                        request.example(),
                        request.input(),
                        request.layer(),
                        request.distance(),
                        request.examples(),
                        request.count()),
                NearestFound.class,
                told(progress));
    }

    /**
     * Asks which training examples pushed a decision. Fails as {@link #attribute} does. Cancel the future to give up.
     *
     * @param progress told of the share that is done, on a thread of the session
     */
    public CompletableFuture<InfluenceFound> influence(InfluenceRequest request, DoubleConsumer progress) {
        return ask(
                id -> new WorkerCommand.FindInfluence(
                        id,
                        request.part(),
                        request.example(),
                        request.input(),
                        request.target(),
                        request.parameters(),
                        request.measure(),
                        request.examples(),
                        request.count()),
                InfluenceFound.class,
                told(progress));
    }

    /**
     * Makes an input that excites a unit, with the examples that excite it most. Fails as {@link #attribute} does. Cancel the future
     * to give up.
     *
     * @param question its request id is replaced
     * @param news told of what has emerged, as {@link SessionEvent.Emerged}, and of progress, on a thread of the session
     */
    public CompletableFuture<Maximised> maximise(WorkerCommand.Maximise question, Consumer<News> news) {
        return ask(
                id -> new WorkerCommand.Maximise(
                        id,
                        question.layer(),
                        question.unit(),
                        question.options(),
                        question.part(),
                        question.examples(),
                        question.frames()),
                Maximised.class,
                news);
    }

    /** Asks where attention layers look in an example. Fails as {@link #attribute} does. */
    public CompletableFuture<Attended> attend(Part part, int example) {
        return ask(id -> new WorkerCommand.Attend(id, part, example), Attended.class, news -> {});
    }

    /** Asks what leaves every layer for an example, and with which parameters. Fails as {@link #attribute} does. */
    public CompletableFuture<Traced> trace(Part part, int example) {
        return ask(id -> new WorkerCommand.Trace(id, part, example, null), Traced.class, news -> {});
    }

    /** Asks the same of an input that is no example of the data set. Fails as {@link #attribute} does. */
    public CompletableFuture<Traced> trace(NewInput input) {
        return ask(id -> new WorkerCommand.Trace(id, Part.TEST, 0, input), Traced.class, news -> {});
    }

    /**
     * Asks what one step of training on some examples would change; nothing is changed. Fails as {@link #attribute} does.
     *
     * @param first the first of {@code examples} in a row
     */
    public CompletableFuture<StepTried> tryStep(Part part, int first, int examples) {
        return ask(id -> new WorkerCommand.TryStep(id, part, first, examples), StepTried.class, news -> {});
    }

    /** Tells what the model makes of a new input. Fails as {@link #attribute} does. */
    public CompletableFuture<Predicted> predict(NewInput input) {
        return ask(id -> new WorkerCommand.Predict(id, input), Predicted.class, news -> {});
    }

    /**
     * Asks at once what the model makes of an input, why, and what leaves its layers. Fails as {@link #attribute} does. What the
     * answer names is written over some answers later: read it before the next question.
     *
     * @param method id of an attribution method; empty for no map
     * @param target class or value index; null means the predicted class
     * @param place whose scores are explained, for a model that scores steps, pixels or cells; null for the surest
     */
    public CompletableFuture<Looked> look(
            NewInput input, String method, @Nullable Integer target, @Nullable Integer place) {
        return ask(id -> new WorkerCommand.Look(id, input, method, target, place), Looked.class, news -> {});
    }

    /**
     * Writes on from a text. Fails as {@link #attribute} does. Cancel the future to stop writing.
     *
     * @param pieces told of each few tokens, on a thread of the session, while the model writes
     */
    public CompletableFuture<TextGenerated> generate(GenerationRequest request, Consumer<TextSampled> pieces) {
        return ask(
                id -> new WorkerCommand.Generate(
                        id, request.prompt(), request.length(), request.temperature(), request.topK(), request.seed()),
                TextGenerated.class,
                news -> {
                    if (news instanceof TextSampled piece) {
                        pieces.accept(piece);
                    }
                });
    }

    /** Writes the sequence that belongs to a text. Fails as {@link #attribute} does. */
    public CompletableFuture<TextTranslated> translate(String text) {
        return ask(id -> new WorkerCommand.Translate(id, text), TextTranslated.class, news -> {});
    }

    /**
     * Asks a question. Fails as {@link #attribute} does. Cancel the future to give up.
     *
     * @param question made of the id of the request
     * @param kind of the answer
     * @param news what is told on the way, on a thread of the session
     */
    public <A extends SessionEvent.Answer> CompletableFuture<A> ask(
            Function<String, ? extends WorkerCommand.Question> question, Class<A> kind, Consumer<News> news) {
        try {
            return live().ask(question::apply, kind, news);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized LiveSession live() throws IOException {
        if (closed) {
            throw new RunException("The session of run " + run.id() + " was closed", "Open the model again");
        }
        if (session == null || !session.takesRequests()) {
            SessionDirectory directory = run.newSession();
            ProcessIdentity process =
                    launcher.launch(new WorkerTask.Session(run, directory, ProcessIdentity.current()));
            session = LiveSession.start(directory, process, patience, idle);
        }
        return session;
    }

    /** Ends the worker; open questions fail. */
    @Override
    public synchronized void close() {
        closed = true;
        if (session != null) {
            session.close();
            LOG.debug("Closed the session of run {}", run.id());
        }
    }
}
