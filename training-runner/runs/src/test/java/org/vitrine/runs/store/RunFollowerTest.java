package org.vitrine.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.runs.Device;
import org.vitrine.runs.Poller;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.testing.Documents;
import org.vitrine.runs.testing.Runs;

class RunFollowerTest {
    @TempDir
    Path folder;

    private final BlockingQueue<RunFollower.Update> updates = new LinkedBlockingQueue<>();
    private final AtomicBoolean alive = new AtomicBoolean(true);

    @Test
    void historyComesFirstThenNewsThenTheDeath() throws Exception {
        RunDirectory run = run();
        Runs.write(run, Runs.worker(Runs.NOBODY), Runs.training(1), Runs.iteration(1));
        try (Poller follower = RunFollower.start(run, process -> alive.get(), updates::add)) {
            assertThat(follower).isNotNull();
            RunFollower.Update history = next();
            assertThat(history.events()).hasSize(4);
            assertThat(history.state().status()).isEqualTo(RunStatus.TRAINING);

            Runs.write(run, Runs.iteration(2));
            RunFollower.Update news = next();
            assertThat(news.events()).extracting(TimedEvent::event).isEqualTo(List.of(Runs.iteration(2)));

            alive.set(false);
            RunFollower.Update death = next();
            assertThat(death.events()).isEmpty();
            assertThat(death.state().status()).isEqualTo(RunStatus.FAILED);

            Runs.write(run, new RunEvent.RunQueued(0));
            assertThat(next().state().status()).isEqualTo(RunStatus.QUEUED);
            assertThat(updates).isEmpty();
        }
    }

    @Test
    void anOldRunIsToldOnce() throws Exception {
        RunDirectory run = run();
        Runs.write(run, Runs.training(1), Runs.iteration(1), new RunEvent.TrainingFinished(3, 30, 1));
        try (Poller follower = RunFollower.start(run, process -> false, updates::add)) {
            assertThat(follower).isNotNull();
            assertThat(next().state().status()).isEqualTo(RunStatus.FINISHED);
            assertThat(updates.poll(200, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aConsumerThatThrowsDoesNotEndTheFollowing() throws Exception {
        RunDirectory run = run();
        try (Poller follower = RunFollower.start(run, process -> true, update -> {
            updates.add(update);
            throw new IllegalStateException("wrong consumer, on purpose");
        })) {
            assertThat(follower).isNotNull();
            assertThat(next().events()).hasSize(1);
            Runs.write(run, Runs.worker(Runs.NOBODY));
            assertThat(next().events()).hasSize(1);
        }
    }

    private RunDirectory run() throws IOException {
        return new RunStore(folder).create(Documents.titled("followed"), new Device.Cpu());
    }

    private RunFollower.Update next() throws InterruptedException {
        RunFollower.Update update = updates.poll(10, TimeUnit.SECONDS);
        if (update == null) {
            throw new AssertionError("No update came");
        }
        return update;
    }
}
