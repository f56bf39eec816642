package org.vitrine.runs.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class TornLinesTest {
    private Path file = Path.of("unset");

    @BeforeTry
    void makeFile() throws IOException {
        file = Files.createTempFile("events", ".jsonl");
    }

    @AfterTry
    void deleteFile() throws IOException {
        Files.deleteIfExists(file);
    }

    /** However the bytes arrive, each event is seen exactly once, in order, when its line is complete. */
    @Property(tries = 200)
    void eachEventIsSeenOnceHoweverTheBytesArrive(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 1000) Integer> iterations,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 100) Integer> cuts)
            throws IOException {
        StringBuilder text = new StringBuilder();
        iterations.forEach(i -> text.append(line(i)).append('\n'));
        byte[] bytes = text.toString().getBytes(UTF_8);
        int[] ends =
                cuts.stream().mapToInt(cut -> cut * bytes.length / 100).sorted().toArray();

        EventFollower follower = EventFollower.of(file);
        List<Integer> seen = new ArrayList<>();
        int written = 0;
        for (int i = 0; i <= ends.length; i++) {
            int end = i < ends.length ? ends[i] : bytes.length;
            Files.write(file, Arrays.copyOfRange(bytes, written, end), StandardOpenOption.APPEND);
            written = end;
            follower.poll().forEach(event -> seen.add(((RunEvent.TrainingPaused) event.event()).iteration()));
            long complete = new String(bytes, 0, written, UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(seen).hasSize((int) complete);
        }
        assertThat(seen).isEqualTo(iterations);
        assertThat(follower.poll()).isEmpty();
    }

    private static String line(int iteration) {
        return EventJson.write(new TimedEvent(Instant.EPOCH, new RunEvent.TrainingPaused(iteration)));
    }
}
