package org.vitrine.runs.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.ProcessWatch;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.CommandWriter;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.WorkerFailed;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.event.SessionEvent.RequestFailed;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.SessionDirectory;
import org.vitrine.runs.store.WorkerEnd;

/** One session worker and the questions it has not answered yet. */
final class LiveSession {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final PollPace WHEN_ASKED = new PollPace(1, 15);
    private static final long WHEN_IDLE_MILLIS = 200;
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Something that was asked, the kind of its answer, and who hears of news before it. */
    private record Question<A extends SessionEvent.Answer>(
            Class<A> kind, CompletableFuture<A> answer, Consumer<News> news, long deadline) {

        void complete(SessionEvent.Answer given) {
            if (kind.isInstance(given)) {
                answer.complete(kind.cast(given));
            } else {
                answer.completeExceptionally(new RunException("The session worker gave another answer", "Ask again"));
            }
        }

        Question<A> until(long later) {
            return new Question<>(kind, answer, news, later);
        }
    }

    /** An answer that nobody waits for any more once it was cancelled. */
    private final class Awaited<A> extends CompletableFuture<A> {
        private final String id;

        Awaited(String id) {
            this.id = id;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            boolean cancelled = super.cancel(interrupt);
            if (cancelled) {
                giveUp(id);
            }
            return cancelled;
        }
    }

    private final SessionDirectory directory;
    private final ProcessIdentity process;
    private final ProcessWatch watch;
    private final Duration patience;
    private final Duration idle;
    private final EventFollower events;
    private final CommandWriter commands;
    private final CompletableFuture<SessionReady> ready = new CompletableFuture<>();
    private final Map<String, Question<?>> questions = new LinkedHashMap<>();
    private final long readyDeadline;
    private final Semaphore wakes = new Semaphore(0);
    private int asked;
    private long lastUse = System.nanoTime();
    private long closedAt;
    private boolean closing;
    private boolean over;

    private LiveSession(SessionDirectory directory, ProcessIdentity process, Duration patience, Duration idle)
            throws RunException {
        this.directory = directory;
        this.process = process;
        this.watch = new ProcessWatch(process);
        this.patience = patience;
        this.idle = idle;
        this.events = EventFollower.of(directory.eventsFile());
        this.commands = new CommandWriter(directory.commandsFile());
        this.readyDeadline = System.nanoTime() + patience.toNanos();
    }

    static LiveSession start(SessionDirectory directory, ProcessIdentity process, Duration patience, Duration idle)
            throws RunException {
        LiveSession session = new LiveSession(directory, process, patience, idle);
        Thread thread = new Thread(session::follow, "session-" + directory.run().id());
        thread.setDaemon(true);
        thread.start();
        return session;
    }

    synchronized boolean takesRequests() {
        return !closing && !over;
    }

    CompletableFuture<SessionReady> ready() {
        return ready;
    }

    /**
     * Asks.
     *
     * @param command made with the id of the request
     * @param news told what comes before the answer
     */
    synchronized <A extends SessionEvent.Answer> CompletableFuture<A> ask(
            Function<String, WorkerCommand> command, Class<A> kind, Consumer<News> news) throws RunException {
        String id = Integer.toString(++asked);
        CompletableFuture<A> answer = new Awaited<>(id);
        commands.write(command.apply(id));
        lastUse = System.nanoTime();
        questions.put(id, new Question<>(kind, answer, news, lastUse + patience.toNanos()));
        wakes.release();
        return answer;
    }

    /** Nobody waits for this answer any more. */
    private synchronized void giveUp(String id) {
        if (questions.remove(id) == null || !takesRequests()) {
            return;
        }
        try {
            commands.write(new WorkerCommand.Cancel(id));
        } catch (RunException e) {
            LOG.warn("The session worker could not be asked to give up", e);
        }
    }

    /** Asks the worker to end; it is ended if it does not. */
    synchronized void close() {
        if (!closing && !over) {
            closing = true;
            closedAt = System.nanoTime();
            try {
                commands.write(new WorkerCommand.Close());
            } catch (RunException e) {
                LOG.warn("The session worker could not be asked to end", e);
            }
            failAll(new RunException("The session was closed", "Ask again"));
        }
        wakes.release();
    }

    private void follow() {
        try {
            while (look()) {
                await();
            }
        } catch (RunException e) {
            failAll(e);
        } catch (InterruptedException e) {
            failAll(new RunException("The session was interrupted", "Ask again", e));
        } finally {
            end();
        }
    }

    /** Takes what is new; tells whether the worker still runs. */
    private boolean look() throws RunException {
        // Before the events: the last words of a worker that ends in between are then read.
        boolean alive = watch.isAlive();
        for (TimedEvent event : events.poll()) {
            take(event.event());
        }
        if (!alive) {
            String what = WorkerEnd.reason(directory, "The session worker ended without an answer");
            failAll(new RunException(what, "Ask again: a new worker will start"));
            return false;
        }
        checkTimes();
        return true;
    }

    private synchronized void take(RunEvent event) {
        if (event instanceof SessionReady now) {
            ready.complete(now);
        } else if (event instanceof SessionEvent.Answer answer) {
            settled(answer.request()).ifPresent(question -> question.complete(answer));
        } else if (event instanceof News news) {
            hear(news);
        } else if (event instanceof RequestFailed failed) {
            settled(failed.request()).ifPresent(question -> question.answer()
                    .completeExceptionally(new RequestRefusedException(failed.what())));
        } else if (event instanceof WorkerFailed failed) {
            failAll(new RunException(failed.what(), failed.cure()));
        }
    }

    /** A question that has its answer now; empty if nobody waits for it. */
    private Optional<Question<?>> settled(String id) {
        lastUse = System.nanoTime();
        return Optional.ofNullable(questions.remove(id));
    }

    private void hear(News news) {
        lastUse = System.nanoTime();
        Question<?> question = questions.get(news.request());
        if (question != null) {
            questions.put(news.request(), question.until(lastUse + patience.toNanos()));
            question.news().accept(news);
        }
    }

    private synchronized void checkTimes() {
        long now = System.nanoTime();
        if (closing) {
            if (now - closedAt > GRACE.toNanos()) {
                process.handle().ifPresent(ProcessHandle::destroyForcibly);
            }
            return;
        }
        boolean late = questions.values().stream().anyMatch(question -> question.deadline() < now)
                || (!ready.isDone() && readyDeadline < now);
        if (late) {
            // It may hang in native code: only its end helps.
            process.handle().ifPresent(ProcessHandle::destroyForcibly);
            failAll(new RunException(
                    "The session worker gave no answer for " + patience.toSeconds() + " s and was ended",
                    "Ask again with fewer steps or samples"));
            closing = true;
            closedAt = now;
        } else if (questions.isEmpty() && now - lastUse > idle.toNanos()) {
            close();
        }
    }

    private void await() throws InterruptedException {
        if (wakes.tryAcquire(
                expectsNews() ? WHEN_ASKED.millisSince(lastUse()) : WHEN_IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    private synchronized long lastUse() {
        return lastUse;
    }

    private synchronized boolean expectsNews() {
        return !questions.isEmpty() || !ready.isDone() || closing;
    }

    private synchronized void failAll(RunException why) {
        ready.completeExceptionally(why);
        List<Question<?>> open = List.copyOf(questions.values());
        questions.clear();
        open.forEach(question -> question.answer().completeExceptionally(why));
    }

    private synchronized void end() {
        over = true;
        failAll(new RunException("The session ended", "Ask again"));
        try {
            commands.close();
        } catch (RunException e) {
            LOG.warn("The session's commands could not be closed", e);
        }
    }
}
