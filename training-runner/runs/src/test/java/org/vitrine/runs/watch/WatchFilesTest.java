package org.vitrine.runs.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.Samples;

class WatchFilesTest {
    @TempDir
    Path folder;

    static Stream<WatchRecord> records() {
        return Samples.of(WatchRecord.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsReadAsItWasWritten(WatchRecord record) {
        assertThat(WatchJson.read(WatchJson.write(Instant.EPOCH, record))).contains(record);
    }

    private static WatchRecord.Norms norms(int iteration) {
        return new WatchRecord.Norms(iteration, List.of(1.0), List.of(0.1), List.of(10.0));
    }

    private static WatchRecord.Began began(int iteration) {
        return new WatchRecord.Began(iteration, List.of(), List.of(), List.of());
    }

    private WatchHistory history(WatchFiles files) throws RunException {
        WatchHistory history = new WatchHistory();
        new WatchReader(files).poll().forEach(history::add);
        return history;
    }

    @Test
    void numbersAreReadBackExactlyOrInSteps() throws Exception {
        WatchFiles files = new WatchFiles(folder.resolve("watch"));
        Block exact;
        Block steps;
        try (WatchWriter writer = new WatchWriter(files)) {
            exact = writer.floats(new float[] {1.5f, -2, Float.NaN}, 3);
            steps = writer.steps(new float[] {-1, 0, 0.5f, 1}, 2, 2);
        }

        assertThat(WatchReader.read(files, exact)).isEqualTo(Tensor.of(new float[] {1.5f, -2, Float.NaN}, 3));
        Tensor read = WatchReader.read(files, steps);
        assertThat(read.shape()).containsExactly(2, 2);
        assertThat(read.values()).containsExactly(new float[] {-1, 0, 0.5f, 1}, within(1f / 255));
    }

    @Test
    void aResumedWorkerReplacesWhatWasSeenAfterItsCheckpoint() throws Exception {
        WatchFiles files = new WatchFiles(folder);
        try (WatchWriter writer = new WatchWriter(files)) {
            writer.write(began(1));
            for (int iteration : new int[] {10, 20, 30}) {
                writer.write(norms(iteration));
            }
        }
        // Killed in the middle of numbers and of a line.
        Files.write(files.data(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        Files.writeString(files.records(), "{\"watch\":\"Norms\",\"at\":1,\"itera", StandardOpenOption.APPEND);
        Block block;
        try (WatchWriter writer = new WatchWriter(files)) {
            writer.write(began(15));
            block = writer.floats(new float[] {7}, 1);
            writer.write(norms(25));
        }

        WatchHistory history = history(files);

        assertThat(history.all(WatchRecord.Norms.class))
                .extracting(WatchRecord.Norms::iteration)
                .containsExactly(10, 25);
        assertThat(history.last(WatchRecord.Norms.class)).contains(norms(25));
        assertThat(WatchReader.read(files, block).values()).containsExactly(7);
    }

    @Test
    void linesOfANewerVersionArePassedOver() throws Exception {
        WatchFiles files = new WatchFiles(folder);
        Files.writeString(files.records(), "{\"watch\":\"Dreams\",\"at\":1}\n");
        try (WatchWriter writer = new WatchWriter(files)) {
            writer.write(norms(1));
        }

        assertThat(history(files).all(WatchRecord.Norms.class)).hasSize(1);
    }

    @Test
    void theNewestSurfaceIsReadWhenItChanges() throws Exception {
        WatchFiles files = new WatchFiles(folder);
        WatchReader reader = new WatchReader(files);
        assertThat(reader.live()).isEmpty();
        Block none = new Block(0, List.of(), 1, 0, 0);
        WatchRecord.Surface surface = new WatchRecord.Surface(9, -1, 1, -2, 2, none, none, List.of("dense"));
        try (WatchWriter writer = new WatchWriter(files)) {
            writer.live(surface, new float[] {0, 1, 0, 1}, List.of(1, 2, 2), new float[] {-3, 3}, List.of(2, 1, 1));
        }

        WatchReader.Live live = reader.live().orElseThrow();

        assertThat(live.surface().iteration()).isEqualTo(9);
        assertThat(live.outputs()).isEqualTo(Tensor.of(new float[] {0, 1, 0, 1}, 1, 2, 2));
        assertThat(live.hidden()).isEqualTo(Tensor.of(new float[] {-3, 3}, 2, 1, 1));
        assertThat(reader.live()).isEmpty();
    }

    @Test
    void ratesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Watching.DEFAULT.faster(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Watching.DEFAULT.faster(2).normsSeconds()).isEqualTo(Watching.DEFAULT.normsSeconds() / 2);
        assertThat(Watching.OFF.isOn()).isFalse();
    }
}
