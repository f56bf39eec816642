package org.vitrine.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files give a model or one clear error, soon and without much memory. */
class KerasFuzzTest {
    private static final int DAMAGED = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Thread's processor time and memory that one small file may take. */
    private static final double MOST_SECONDS = 5;

    private static final long MOST_BYTES = 256L << 20;
    private static final List<String> FILES = List.of(
            "mlp.keras3.h5",
            "tagger.keras2.h5",
            "inner.keras3.h5",
            "transformer.keras2.h5",
            "separable.keras3.keras",
            "both_ways.keras3.keras");

    @TempDir
    Path folder;

    private int refused;
    private int read;

    private void look(byte[] bytes, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            long thread = Thread.currentThread().getId();
            long memory = threads.getThreadAllocatedBytes(thread);
            long time = threads.getCurrentThreadCpuTime();
            try {
                KerasImport model = KerasImporter.read(file);
                assertThat(model.weights()).isNotEmpty();
                read++;
            } catch (KerasImportException e) {
                assertThat(e.getMessage()).contains(file.toString());
                refused++;
            }
            assertThat(threads.getThreadAllocatedBytes(thread) - memory).isLessThan(MOST_BYTES);
            assertThat((threads.getCurrentThreadCpuTime() - time) / 1e9).isLessThan(MOST_SECONDS);
        });
    }

    @Test
    void damagedBytesNeverHangOrThrowAnythingElse() throws IOException {
        SplittableRandom random = new SplittableRandom(2026);
        for (String name : FILES) {
            byte[] whole = ModelFiles.file(name);
            for (int i = 0; i < DAMAGED; i++) {
                byte[] damaged = whole.clone();
                int wounds = 1 << random.nextInt(6);
                // The structure of a file lies in its first part, mostly.
                int reach = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 4096);
                for (int wound = 0; wound < wounds; wound++) {
                    int place = random.nextInt(reach);
                    damaged[place] = switch (random.nextInt(4)) {
                        case 0 -> (byte) random.nextInt(256);
                        case 1 -> (byte) 0xff;
                        case 2 -> 0;
                        default -> (byte) (damaged[place] ^ (1 << random.nextInt(8)));
                    };
                }
                look(damaged, name);
            }
        }
        assertThat(refused).isGreaterThan(100);
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void filesThatEndTooEarlyAreRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (String name : FILES) {
            byte[] whole = ModelFiles.file(name);
            for (int i = 0; i < DAMAGED / 5; i++) {
                look(java.util.Arrays.copyOf(whole, random.nextInt(whole.length)), name);
            }
        }
        assertThat(refused).isGreaterThan(DAMAGED / 5 * FILES.size() * 9 / 10);
    }
}
