package org.vitrine.runs.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.runs.RunException;

class EventFollowerTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFileHasNoEventsUntilItAppears() throws IOException {
        EventFollower follower = EventFollower.of(file());
        assertThat(follower.poll()).isEmpty();
        try (EventWriter writer = new EventWriter(file())) {
            writer.write(new RunEvent.TrainingPaused(1));
        }
        assertThat(follower.poll()).extracting(TimedEvent::event).containsExactly(new RunEvent.TrainingPaused(1));
    }

    @Test
    void aWriterClosesTheLineThatACrashTore() throws IOException {
        Files.writeString(file(), line(1) + "\n{\"event\":\"Training");
        EventFollower follower = EventFollower.of(file());
        assertThat(follower.poll()).hasSize(1);
        try (EventWriter writer = new EventWriter(file())) {
            writer.write(new RunEvent.TrainingPaused(2));
        }
        assertThat(follower.poll())
                .extracting(TimedEvent::event)
                .satisfiesExactly(torn -> assertThat(torn).isInstanceOf(RunEvent.Noted.class), next -> assertThat(next)
                        .isEqualTo(new RunEvent.TrainingPaused(2)));
    }

    @Test
    void aTornLineThatIsCutAwayIsNotMissed() throws IOException {
        Files.writeString(file(), line(1) + "\n{\"event\":\"Training");
        EventFollower follower = EventFollower.of(file());
        assertThat(follower.poll()).hasSize(1);
        Files.writeString(file(), line(1) + "\n" + line(2) + "\n");
        assertThat(follower.poll()).extracting(TimedEvent::event).containsExactly(new RunEvent.TrainingPaused(2));
    }

    @Test
    void aSummaryKeepsTheLastOfIterationsInARow() throws IOException {
        try (EventWriter writer = new EventWriter(file())) {
            writer.write(iteration(1));
            writer.write(iteration(2));
            writer.write(new RunEvent.TrainingPaused(2));
            writer.write(iteration(3));
            writer.write(iteration(4));
        }
        assertThat(EventFollower.summaryOf(file()).poll())
                .extracting(TimedEvent::event)
                .containsExactly(iteration(2), new RunEvent.TrainingPaused(2), iteration(4));
    }

    @Test
    void aLongHistoryComesInPieces() throws IOException {
        String line = EventJson.write(new TimedEvent(Instant.EPOCH, iteration(1))) + "\n";
        Files.writeString(file(), line.repeat(45_000));
        EventFollower follower = EventFollower.of(file());
        assertThat(follower.poll()).hasSize(20_000);
        assertThat(follower.poll()).hasSize(20_000);
        assertThat(follower.poll()).hasSize(5_000);
        assertThat(follower.poll()).isEmpty();
    }

    @Test
    void aFullDiskIsNamed() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (EventWriter writer = new EventWriter(full)) {
            assertThatThrownBy(() -> writer.write(new RunEvent.TrainingPaused(1)))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("/dev/full")
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("Free some space");
        }
    }

    private Path file() {
        return folder.resolve("events.jsonl");
    }

    private static String line(int iteration) {
        return EventJson.write(new TimedEvent(Instant.EPOCH, new RunEvent.TrainingPaused(iteration)));
    }

    private static RunEvent iteration(int iteration) {
        return new RunEvent.IterationDone(iteration, 1, 0.5, 0.9, 0.001, 1000, 12, 1 << 20, 1 << 21);
    }
}
