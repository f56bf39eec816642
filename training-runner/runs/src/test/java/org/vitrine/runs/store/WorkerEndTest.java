package org.vitrine.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.testing.Documents;
import org.vitrine.runs.testing.Runs;

class WorkerEndTest {
    @TempDir
    Path folder;

    @Test
    void outOfMemoryIsReadFromTheLog() throws IOException {
        assertThat(failure("busy\nTerminating due to java.lang.OutOfMemoryError: Java heap space\n"))
                .satisfies(failure -> {
                    assertThat(failure.what()).contains("at iteration 7: out of memory", "Java heap space");
                    assertThat(failure.cure())
                            .contains("smaller batch", "Resume the run from its checkpoint at iteration 5");
                });
    }

    @Test
    void aNativeCrashIsReadFromTheLog() throws IOException {
        assertThat(failure(
                                "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n#  SIGSEGV (0xb)\n")
                        .what())
                .contains("native code crashed (A fatal error has been detected", "crash.log");
    }

    @Test
    void anyOtherEndShowsTheLastLine() throws IOException {
        assertThat(failure("first\nlast words\n\n").what())
                .endsWith("at iteration 7 (killed, or out of memory); its log ends: last words");
        assertThat(failure("").what()).endsWith("(killed, or out of memory)");
    }

    @Test
    void routineMessagesAreNoRemark() throws IOException {
        assertThat(failure("09:00 INFO  library - versions:\n A: 1\n09:01 INFO  library - working\n")
                        .what())
                .endsWith("(killed, or out of memory)");
        assertThat(failure("09:00 INFO  library - working\nstrange noise\n").what())
                .endsWith("its log ends: strange noise");
    }

    @Test
    void theLogOfAnEarlierWorkerIsNotBlamed() throws IOException {
        assertThat(failure("java.lang.OutOfMemoryError: Java heap space\n" + WorkerFiles.LAUNCH_MARK + "now\nworking\n")
                        .what())
                .endsWith("its log ends: working");
    }

    private Failure failure(String log) throws IOException {
        RunDirectory run = new RunStore(folder).create(Documents.titled("ended"), new Device.Cpu());
        Runs.write(
                run,
                Runs.worker(Runs.NOBODY),
                Runs.training(1),
                new RunEvent.CheckpointSaved(5, 1, "checkpoints/5"),
                Runs.iteration(7));
        Files.writeString(run.logFile(), log, StandardOpenOption.CREATE);
        return run.readState().failure().orElseThrow();
    }
}
