package org.vitrine.runs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.WorkerStarted;
import org.vitrine.runs.schedule.RunControl;
import org.vitrine.runs.schedule.RunScheduler;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.testing.Documents;
import org.vitrine.runs.testing.Wait;

/** Real processes: started, killed, orphaned, resumed. */
class WorkerProcessTest {
    @TempDir
    Path folder;

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    @AfterEach
    void endWorkers() throws IOException {
        for (RunEntry entry : store().list()) {
            entry.state().worker().flatMap(ProcessIdentity::handle).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aWorkerTrainsUntilItIsStopped() throws Exception {
        RunDirectory run = startRun("steady");
        Wait.until("an iteration", () -> state(run).iterationsDone() > 3);
        WorkerStarted started = state(run).latest(WorkerStarted.class).orElseThrow();
        assertThat(started.deviceName()).as("environment").isEqualTo("passive");
        assertThat(Long.parseLong(started.versions().get("heap"))).isLessThan(64L << 20);
        assertThat(state(run).worker().orElseThrow().isAlive()).isTrue();
        assertThat(run.logFile()).content().contains("fake worker for [train");

        control().stop(run);
        Wait.until("the end", () -> state(run).status() == RunStatus.STOPPED);
    }

    @Test
    void aKilledWorkerIsSeenAndTheRunGoesOnFromItsCheckpoint() throws Exception {
        RunDirectory run = startRun("steady");
        Wait.until("a checkpoint", () -> state(run).lastCheckpoint().isPresent());
        control().trainMore(run, 2);
        Wait.until("the extension", () -> state(run).epochsPlanned() == 5);
        ProcessIdentity worker = state(run).worker().orElseThrow();
        worker.handle().orElseThrow().destroyForcibly();

        Wait.until("the failure", () -> state(run).status() == RunStatus.FAILED);
        RunState failed = state(run);
        assertThat(failed.failure().orElseThrow().what())
                .contains("ended without a word at iteration", "(killed, or out of memory)");
        assertThat(failed.failure().orElseThrow().cure())
                .isEqualTo("Resume the run from its checkpoint at iteration 3");

        control().resume(run);
        assertThat(state(run).status()).isEqualTo(RunStatus.QUEUED);
        scheduler().startWhatCan();
        Wait.until(
                "the second start",
                () -> state(run).started().orElseThrow().firstIteration() == 4
                        && state(run).iterationsDone() > 4);
        assertThat(state(run).worker()).isNotEqualTo(Optional.of(worker));
        control().stop(run);
        Wait.until("the end", () -> state(run).status() == RunStatus.STOPPED);
    }

    @Test
    void aWorkerOutOfMemoryFailsWithThatReason() throws Exception {
        RunDirectory run = startRun("greedy");
        Wait.until("the failure", () -> state(run).status() == RunStatus.FAILED);
        assertThat(state(run).failure().orElseThrow().what()).contains("out of memory", "OutOfMemoryError");
    }

    @Test
    void aWorkerThatNeverSaysAWordFails() throws Exception {
        RunDirectory run = startRun("silent");
        Wait.until("the failure", () -> state(run).status() == RunStatus.FAILED);
        assertThat(state(run).failure().orElseThrow().what()).contains("before the first iteration");
    }

    @Test
    void aMissingWorkerFailsTheRunWithItsCure() throws Exception {
        RunDirectory run = store().create(Documents.titled("steady"), new Device.Cpu());
        WorkerLauncher launcher = new WorkerLauncher(
                WorkerInstallation.of("no.such.Main", FakeInstallation.classPath()),
                WorkerSettings.DEFAULT,
                folder.resolve("native"));
        new RunScheduler(store(), new WorkerStarter(launcher), 1).startWhatCan();
        Wait.until("the failure", () -> state(run).status() == RunStatus.FAILED);
        assertThat(state(run).failure().orElseThrow().what()).contains("no.such.Main");
    }

    @Test
    void aWorkerOutlivesItsKilledWorkbench() throws Exception {
        RunDirectory run = store().create(Documents.titled("steady"), new Device.Cpu());
        Process workbench = startWorkbench(false);
        Wait.until("training", () -> state(run).iterationsDone() > 0);
        workbench.destroyForcibly().waitFor();
        int done = state(run).iterationsDone();
        Wait.until("more iterations", () -> state(run).iterationsDone() > done + 2);
        assertThat(store().entry(run).state().status()).isEqualTo(RunStatus.TRAINING);

        control().stop(run);
        Wait.until("the end", () -> state(run).status() == RunStatus.STOPPED);
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachAWorker() throws Exception {
        assumeThat(new File("/usr/bin/setsid")).exists();
        assumeThat(ignoresInterrupts())
                .as("a shell started us in the background")
                .isFalse();
        RunDirectory run = store().create(Documents.titled("steady"), new Device.Cpu());
        Process workbench = startWorkbench(true);
        Wait.until("training", () -> state(run).iterationsDone() > 0);
        // As a terminal does: to the whole process group.
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -INT -" + workbench.pid())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        assertThat(workbench.waitFor(20, TimeUnit.SECONDS)).isTrue();
        int done = state(run).iterationsDone();
        Wait.until("more iterations", () -> state(run).iterationsDone() > done + 2);
    }

    /** Children inherit that a signal is ignored. */
    private static boolean ignoresInterrupts() throws IOException {
        String ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
    }

    @Test
    void theProbeTellsEachDeviceAndWhyItCanNotBeUsed() {
        assertThat(new DeviceProbe(FakeInstallation.launcher(folder)).probe())
                .containsExactly(
                        new RunEvent.DeviceFound("cpu", true, "Fake CPU", null),
                        new RunEvent.DeviceFound("cuda:0", false, "CUDA", "no driver"));
    }

    @Test
    void aProbeThatFailsIsNoException() {
        WorkerLauncher launcher = new WorkerLauncher(
                WorkerInstallation.of("no.such.Main", FakeInstallation.classPath()),
                WorkerSettings.DEFAULT,
                folder.resolve("native"));
        assertThat(new DeviceProbe(launcher).probe())
                .extracting(RunEvent.DeviceFound::device, RunEvent.DeviceFound::usable)
                .containsExactly(tuple("cpu", true), tuple("cuda:0", false));
    }

    @Test
    void aWishForCudaFallsBackToTheCpuWithTheReason() throws Exception {
        RunDirectory run = store().create(Documents.titled("steady"), new Device.Cuda(0));
        scheduler().startWhatCan();
        Wait.until("training", () -> state(run).iterationsDone() > 0);
        assertThat(state(run).fallback()).contains(new RunEvent.DeviceFellBack("cuda:0", "cpu", "no driver"));
        assertThat(state(run).device()).contains(new Device.Cpu());
    }

    @Test
    void withoutAWorkerTheCureIsNamed() {
        assertThatThrownBy(() -> WorkerInstallation.locate().classPath(new Device.Cpu()))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("The worker is missing")
                .hasMessageContaining("vitrine.home");
    }

    private RunDirectory startRun(String behaviour) throws RunException {
        RunDirectory run = store().create(Documents.titled(behaviour), new Device.Cpu());
        scheduler().startWhatCan();
        return run;
    }

    private RunScheduler scheduler() {
        return new RunScheduler(store(), FakeInstallation.starter(folder), 1);
    }

    private RunControl control() {
        return new RunControl(store(), () -> {});
    }

    private Process startWorkbench(boolean ownGroup) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                FakeInstallation.classPath(),
                FakeWorkbench.class.getName(),
                store().root().toString(),
                folder.toString());
        List<String> command = new ArrayList<>(ownGroup ? List.of("setsid") : List.of());
        command.addAll(java);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("workbench.log").toFile())
                .start();
    }

    private static RunState state(RunDirectory run) throws RunException {
        return run.readState();
    }
}
