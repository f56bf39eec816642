package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.read.PictureReader.Request;

/**
 * Every reader gets damaged and hostile files. Each ends in a value or in a message that names the file, within bounded
 * memory and time.
 */
class FuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Damaged files for each reader, in plain builds and in heavy ones. */
    private static final int INPUTS = 400;

    private static final int MANY_INPUTS = 12_000;

    private static final String NAME = "hostile.file";
    private static final long SEED = 20261122;
    /** What any input may allocate in all, garbage included, and what each of its bytes may besides. */
    private static final long MOST_BYTES = 16_000_000;

    private static final long MOST_BYTES_A_BYTE = 250;
    private static final double MOST_SECONDS = 2;
    private static final double MOST_SECONDS_A_MEGABYTE = 1;

    @TempDir
    Path folder;

    /** A reader under attack. */
    @FunctionalInterface
    interface Read {
        Object read(byte[] bytes) throws DatasetException, IOException;
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /**
     * What to attack.
     *
     * @param seeds whole files, to be damaged
     * @param bombs files to be read as they are
     * @param wrap what to do with damaged bytes before they are read
     */
    private record Target(String name, List<byte[]> seeds, List<byte[]> bombs, UnaryOperator<byte[]> wrap, Read read) {}

    @TestFactory
    Stream<DynamicTest> everyReaderAnswersDamageWithAValueOrAMessage(TestReporter reporter) {
        return attacks(INPUTS, reporter);
    }

    @TestFactory
    @Tag("heavy")
    Stream<DynamicTest> everyReaderAnswersMuchMoreDamage(TestReporter reporter) {
        return attacks(MANY_INPUTS, reporter);
    }

    private Stream<DynamicTest> attacks(int inputs, TestReporter reporter) {
        return targets().stream()
                .map(target -> DynamicTest.dynamicTest(target.name(), () -> attack(target, inputs, reporter)));
    }

    @Test
    void theHarnessSeesWhatReadersMustNotDo() {
        byte[] input = new byte[100];
        List<Read> wrong = List.of(
                bytes -> {
                    throw new IllegalStateException("of another kind");
                },
                bytes -> {
                    throw new DatasetException("no name");
                },
                bytes -> new byte[50_000_000],
                bytes -> {
                    long end = THREADS.getCurrentThreadCpuTime() + 2_500_000_000L;
                    while (THREADS.getCurrentThreadCpuTime() < end) {
                        Thread.onSpinWait();
                    }
                    return bytes;
                });
        for (Read read : wrong) {
            assertThat(fault(read, input)).isNotEmpty();
        }
        assertThat(fault(bytes -> bytes, input)).isEmpty();
    }

    private void attack(Target target, int damaged, TestReporter reporter) {
        List<byte[]> whole = target.seeds();
        int inputs = 0;
        int values = 0;
        for (byte[] seed : whole) {
            assertThat(fault(target.read(), target.wrap().apply(seed.clone()))).isEmpty();
            int step = Math.max(1, seed.length / damaged / 5);
            for (int length = 0; length < seed.length; length += step) {
                check(target, Arrays.copyOf(seed, length));
                inputs++;
            }
        }
        for (byte[] bomb : target.bombs()) {
            check(target, bomb);
            inputs++;
        }
        for (Target other : targets()) {
            for (byte[] seed : other.seeds()) {
                check(target, seed);
                inputs++;
            }
        }
        for (int i = 0; i < damaged; i++) {
            values += check(target, Mutations.mutate(whole, SEED, i)) ? 1 : 0;
            inputs++;
        }
        reporter.publishEntry("fuzzed " + target.name(), Integer.toString(inputs));
        LOG.info("{}: {} inputs tried; {} of {} damaged ones could be read", target.name(), inputs, values, damaged);
    }

    private static boolean check(Target target, byte[] bytes) {
        byte[] input = target.wrap().apply(bytes.clone());
        AtomicBoolean wasRead = new AtomicBoolean();
        Read read = content -> {
            Object value = target.read().read(content);
            wasRead.set(true);
            return value;
        };
        assertThat(fault(read, input))
                .as(() -> target.name() + " with " + shown(input))
                .isEmpty();
        return wasRead.get();
    }

    /** What is wrong with how this input was answered; empty if nothing is. */
    private static String fault(Read read, byte[] input) {
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long timeBefore = THREADS.getCurrentThreadCpuTime();
        String fault = "";
        try {
            assertThat(read.read(input)).isNotNull();
        } catch (DatasetException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.contains(NAME) || message.length() > 1000) {
                fault = "a message without the file's name, or too long: " + message;
            }
        } catch (IOException | RuntimeException | Error e) {
            fault = "another exception: " + stack(e);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        double seconds = (THREADS.getCurrentThreadCpuTime() - timeBefore) * 1e-9;
        if (bytes > MOST_BYTES + MOST_BYTES_A_BYTE * input.length) {
            fault += " allocated " + bytes + " bytes for " + input.length;
        }
        if (seconds > MOST_SECONDS + MOST_SECONDS_A_MEGABYTE * input.length / 1e6) {
            fault += " took " + seconds + " s for " + input.length + " bytes";
        }
        return fault;
    }

    /** Bytes that this thread allocates while it does something. */
    static long allocated(Action action) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private List<Target> targets() {
        UnaryOperator<byte[]> plain = UnaryOperator.identity();
        List<Target> targets = new ArrayList<>();
        Read picture = bytes -> PictureReader.read(bytes, NAME, new Request(16, 16, true, Fit.CROP));
        for (String format : List.of("png", "jpg", "gif", "bmp")) {
            List<byte[]> bombs = format.equals("png") ? List.of(FuzzSeeds.pngWithEndlessComment()) : List.of();
            targets.add(new Target(format, FuzzSeeds.pictures(format), bombs, plain, picture));
        }
        targets.add(new Target(
                "png behind its checksums", FuzzSeeds.pictures("png"), List.of(), FuzzSeeds::repairedPng, picture));
        targets.add(new Target(
                "thumbnail",
                FuzzSeeds.pictures("jpg"),
                List.of(),
                plain,
                bytes -> PictureReader.thumbnail(bytes, NAME, 96)));
        targets.add(new Target(
                "wav", FuzzSeeds.sounds(), List.of(), plain, bytes -> WavReader.read(bytes, NAME, 8000, 60)));
        targets.add(new Target(
                "npy", FuzzSeeds.npy(), List.of(), plain, bytes -> Npy.read(new ByteArrayInputStream(bytes), NAME)));
        targets.add(new Target("npz", FuzzSeeds.npz(), List.of(), plain, this::readNpz));
        targets.add(new Target(
                "idx", FuzzSeeds.idx(), List.of(), plain, bytes -> Idx.read(new ByteArrayInputStream(bytes), NAME, 0)));
        Read zippedIdx = bytes -> Idx.readGzipped(new ByteArrayInputStream(bytes), NAME, 3);
        targets.add(new Target("idx.gz", zipped(FuzzSeeds.idx()), List.of(), plain, zippedIdx));
        targets.add(new Target("idx within gz", FuzzSeeds.idx(), List.of(), FuzzSeeds::gzip, zippedIdx));
        targets.add(new Target(
                "csv",
                FuzzSeeds.tables(),
                FuzzSeeds.tableBombs(),
                plain,
                bytes -> CsvReader.read(new ByteArrayInputStream(bytes), NAME, CsvDialect.AUTO)));
        targets.add(new Target(
                "tsv.gz within gz",
                List.of("label\ttext\n1\t\"fine\"\n0\tbäd\n".getBytes(StandardCharsets.UTF_8)),
                List.of(),
                FuzzSeeds::gzip,
                bytes -> TsvText.readGzipped(new ByteArrayInputStream(bytes), NAME, List.of("label", "text"))));
        targets.add(new Target("text", FuzzSeeds.texts(), List.of(), plain, bytes -> TextFile.decode(bytes, NAME)));
        targets.add(
                new Target("voc", FuzzSeeds.voc(), FuzzSeeds.vocBombs(), plain, bytes -> VocReader.read(bytes, NAME)));
        targets.add(new Target("yolo", FuzzSeeds.yolo(), List.of(), plain, bytes -> YoloReader.read(bytes, NAME, 3)));
        targets.add(new Target(
                "class names", FuzzSeeds.texts(), List.of(), plain, bytes -> YoloReader.classes(bytes, NAME)));
        return targets;
    }

    private Object readNpz(byte[] bytes) throws DatasetException, IOException {
        Path file = folder.resolve(NAME);
        Files.write(file, bytes);
        List<Object> arrays = new ArrayList<>();
        try (Npz npz = Npz.open(file)) {
            for (String array : npz.names()) {
                arrays.add(npz.read(array, values -> {
                    float[] all = new float[Math.min(values.size(), 1000)];
                    values.read(all);
                    return all;
                }));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return arrays;
    }

    private static List<byte[]> zipped(List<byte[]> files) {
        return files.stream().map(FuzzSeeds::gzip).toList();
    }

    private static String shown(byte[] input) {
        String text = new String(input, 0, Math.min(300, input.length), StandardCharsets.ISO_8859_1);
        return input.length + " bytes: " + text.replaceAll("[^ -~]", ".");
    }

    private static String stack(Throwable e) {
        return e + " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 6));
    }
}
