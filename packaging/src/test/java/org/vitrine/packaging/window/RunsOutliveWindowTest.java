package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunStore;

/** A run belongs to its directory, not to the window that started it. */
class RunsOutliveWindowTest {
    @TempDir
    Path home;

    /** A test that fails leaves no worker behind that trains for days. */
    @AfterEach
    void endWorkers() throws RunException {
        for (RunEntry run : new RunStore(home.resolve("runs")).list()) {
            run.state().worker().flatMap(ProcessIdentity::handle).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aRunGoesOnWhileTheWindowIsClosedAndIsLiveWhenItOpensAgain() throws Exception {
        long worker;
        int iterations;
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            startLongRun(window);
            RunEntry run = window.context().store().list().get(0);
            worker = run.state().worker().orElseThrow().pid();
            iterations = run.state().iterationsDone();
        }
        assertThat(ProcessHandle.of(worker))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());

        try (OpenWorkbench again = OpenWorkbench.on(home, new NoDialogs(home))) {
            again.click("#stage-train");
            again.awaitText("#run-status", 30, "Training");
            int before = iterations;
            again.await("it is live", 60, () -> done(again) > before);
            again.click("#train-pause");
            again.awaitText("#run-status", 30, "Paused");
            again.click("#train-pause");
            again.awaitText("#run-status", 30, "Training");
            again.click("#train-stop");
            again.awaitText("#run-status", 60, "Stopped");
            again.click("#stage-runs");
            again.pictures("runs");
        }
    }

    @Test
    void aKilledWindowLosesNeitherTheRunNorUnsavedEdits() throws Exception {
        Process killed = WorkbenchProcess.start(home);
        Path autosaved = home.resolve("autosave/unsaved.vitrine");
        RunStore store = new RunStore(home.resolve("runs"));
        try {
            waitFor(
                    240,
                    () -> Files.exists(autosaved)
                            && store.list().stream().anyMatch(run -> run.state().iterationsDone() > 0));
        } finally {
            killed.destroyForcibly().waitFor();
        }
        int iterations = store.list().get(0).state().iterationsDone();

        try (OpenWorkbench again = OpenWorkbench.on(home, new NoDialogs(home))) {
            again.await(
                    "the edits are back", 60, () -> again.find("#node-output").isPresent());
            assertThat(DocumentJson.read(autosaved).training().epochs()).isEqualTo(100_000);
            assertThat(again.title()).startsWith("\u2022");
            again.click("#stage-train");
            again.awaitText("#run-status", 30, "Training");
            again.await("it is live", 60, () -> done(again) > iterations);
            again.picture("reopened-after-kill");
            again.click("#train-stop");
            again.awaitText("#run-status", 60, "Stopped");
        }
    }

    private static void waitFor(int seconds, Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
    }

    @Test
    void aKilledWorkerIsReportedAndItsRunGoesOnFromTheCheckpoint() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            startLongRun(window);
            window.await(
                    "a checkpoint",
                    120,
                    () -> entry(window).state().lastCheckpoint().isPresent());
            entry(window).state().worker().orElseThrow().handle().orElseThrow().destroyForcibly();
            window.awaitText("#run-status", 30, "Failed");
            assertThat(window.text("#run-failure")).contains("without a word");
            window.picture("killed-worker");
            int checkpoint =
                    entry(window).state().lastCheckpoint().orElseThrow().iteration();
            window.click("#resume-run");
            window.awaitText("#run-status", 60, "Training");
            window.await("it goes on from there", 60, () -> done(window) > checkpoint);
            window.click("#train-stop");
            window.awaitText("#run-status", 60, "Stopped");
            assertThat(entry(window).state().status()).isEqualTo(RunStatus.STOPPED);
        }
    }

    /** Opens the spirals and has them train for far longer than the test. */
    static void startLongRun(OpenWorkbench window) {
        window.click("#example-mlp-spirals");
        window.await(
                "the example is open",
                60,
                () -> window.find("#node-output").isPresent()
                        && window.text("#header-why-not").isEmpty());
        window.type("#field-epochs", "100000");
        window.click("#header-train");
        window.awaitText("#run-status", 60, "Training");
    }

    private static int done(OpenWorkbench window) {
        return entry(window).state().iterationsDone();
    }

    private static RunEntry entry(OpenWorkbench window) {
        try {
            return window.context().store().list().get(0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
