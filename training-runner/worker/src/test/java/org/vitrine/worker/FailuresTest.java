package org.vitrine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.WorkerFailed;

class FailuresTest {

    @Test
    void fullMemoryIsToldWithWhatHelpsWhoeverRanOut() {
        assertThat(Failures.describe(new OutOfMemoryError("Java heap space"))).satisfies(FailuresTest::isOutOfMemory);
        assertThat(Failures.describe(new RuntimeException("Failed to allocate 123 bytes from HOST memory")))
                .satisfies(FailuresTest::isOutOfMemory);
        assertThat(Failures.describe(new RuntimeException("backward", new OutOfMemoryError("Physical memory usage"))))
                .satisfies(FailuresTest::isOutOfMemory);
    }

    private static void isOutOfMemory(WorkerFailed failed) {
        assertThat(failed.what()).startsWith("Out of memory");
        assertThat(failed.cure()).contains("smaller batch");
    }

    @Test
    void aFullDiskIsToldWithTheFile() {
        RunException full = RunException.of(
                "Checkpoint can not be written", Path.of("run", "x.zip"), new IOException("No space left on device"));
        WorkerFailed failed = Failures.describe(new UncheckedIOException(full));
        assertThat(failed.what()).contains("x.zip", "disk is full");
        assertThat(failed.cure()).contains("Free some space");
    }

    @Test
    void badDataAndUnknownFailuresKeepTheirMessage() {
        assertThat(Failures.describe(new DatasetException("row 3 has no number"))
                        .what())
                .contains("row 3 has no number");
        WorkerFailed unknown = Failures.describe(new IllegalStateException("odd"));
        assertThat(unknown.what()).contains("odd");
        assertThat(unknown.cure()).contains("worker.log");
    }
}
