package org.vitrine.runs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.SessionDirectory;

class WorkerCommandLineTest {
    private static final Machine MACHINE = new Machine(8, 16L << 30);
    private static final RunDirectory RUN = new RunDirectory(Path.of("/runs/a"));
    private static final WorkerInstallation INSTALLATION = WorkerInstallation.of("Main", "classes");

    @Test
    void newerJavaGetsTheFlagsThatNativeCodeNeeds() throws RunException {
        assertThat(command(17)).noneMatch(part -> part.contains("native-access"));
        assertThat(command(25)).contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void theCallSwitchesOneDnnOnAndKeepsTheCrashReport() throws RunException {
        assertThat(command(17))
                .contains(
                        "-Dvitrine.cache=" + DownloadCache.standard().root().toAbsolutePath(),
                        "-Dorg.bytedeco.javacpp.cachedir=" + Path.of("/cache"),
                        "-XX:ErrorFile=" + RUN.crashFile(),
                        "-Xmx4096m",
                        "-XX:+UseSerialGC",
                        "-Xmn32m")
                .endsWith("-cp", "classes", "Main", "train", RUN.path().toString(), "cpu");
    }

    @Test
    void operationsRunOnOneThreadAndNeverSpin() throws RunException {
        assertThat(WorkerCommandLine.environment())
                .containsEntry("OMP_WAIT_POLICY", "passive")
                .containsEntry("OMP_NUM_THREADS", "1")
                .containsEntry("OPENBLAS_NUM_THREADS", "1");
        assertThat(command(17)).contains("-Dvitrine.threads=3");
    }

    @Test
    void runsSideBySideShareTheCores() {
        assertThat(threads(WorkerSettings.DEFAULT)).isEqualTo(8);
        assertThat(threads(new WorkerSettings(0, 0, 3))).isEqualTo(2);
        assertThat(threads(new WorkerSettings(0, 0, 20))).isEqualTo(1);
        assertThat(threads(new WorkerSettings(0, 5, 3))).isEqualTo(5);
    }

    private static int threads(WorkerSettings settings) {
        return new WorkerCommandLine(MACHINE, settings, 17).threads();
    }

    @Test
    void theHeapFollowsTheMachineUnlessSet() {
        assertThat(new WorkerCommandLine(new Machine(2, 1L << 30), WorkerSettings.DEFAULT, 17).heapMegabytes())
                .isEqualTo(512);
        assertThat(new WorkerCommandLine(new Machine(2, 8L << 30), WorkerSettings.DEFAULT, 17).heapMegabytes())
                .isEqualTo(2048);
        assertThat(new WorkerCommandLine(MACHINE, new WorkerSettings(777, 0, 1), 17).heapMegabytes())
                .isEqualTo(777);
    }

    @Test
    void tasksSurviveTheirArguments() {
        List<WorkerTask> tasks = List.of(
                new WorkerTask.Train(RUN, new Device.Cuda(1)),
                new WorkerTask.Session(
                        RUN, new SessionDirectory(RUN, RUN.sessions().resolve("1")), new ProcessIdentity(5, 6)),
                new WorkerTask.Describe(Path.of("/tmp/x"), true));
        for (WorkerTask task : tasks) {
            assertThat(WorkerTask.parse(task.toArguments())).isEqualTo(task);
        }
        assertThatThrownBy(() -> WorkerTask.parse(List.of("dance")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dance");
    }

    @Test
    void physicalCoresAreCountedOnce() {
        List<String> twoCoresWithTwoThreads = List.of(
                "physical id\t: 0",
                "core id\t\t: 0",
                "physical id\t: 0",
                "core id\t\t: 1",
                "physical id\t: 0",
                "core id\t\t: 0",
                "physical id\t: 0",
                "core id\t\t: 1");
        assertThat(Machine.coresIn(twoCoresWithTwoThreads)).isEqualTo(2);
        assertThat(Machine.coresIn(List.of("processor : 0"))).isZero();
        assertThat(Machine.current().cores()).isBetween(1, Runtime.getRuntime().availableProcessors());
        assertThat(Machine.current().memory()).isGreaterThan(100L << 20);
    }

    private static List<String> command(int java) throws RunException {
        return new WorkerCommandLine(MACHINE, WorkerSettings.DEFAULT, java)
                .command(new WorkerTask.Train(RUN, new Device.Cpu()), INSTALLATION, Path.of("/cache"), 3, List.of());
    }
}
