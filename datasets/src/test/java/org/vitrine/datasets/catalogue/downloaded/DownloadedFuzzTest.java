package org.vitrine.datasets.catalogue.downloaded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.DownloadMonitor;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;
import org.vitrine.datasets.download.unpack.Archives;
import org.vitrine.datasets.download.unpack.Trees;
import org.vitrine.graph.model.DataReference;

/** Damaged content in whole archives, put into the cache by hand: a data set or a message, never another exception. */
class DownloadedFuzzTest {

    /** What the archive of a set holds. */
    private record Inner(String id, String archive, String file, byte[] content, Map<String, byte[]> others) {}

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void damagedContent(@ForAll("sets") Inner set, @ForAll Random random) throws IOException, DatasetException {
        Path folder = Files.createTempDirectory("downloaded");
        try {
            DownloadCache cache = new DownloadCache(folder);
            RemoteDataset remote = place(cache, set, damaged(set.content(), random));
            new Downloader(cache).download(remote, false, new Patient());
            DownloadedSource source = DownloadedSources.of(new RemoteCatalogue(List.of(remote)), cache)
                    .get(0);
            try {
                Dataset dataset = new DatasetCatalogue(List.of(source))
                        .load(DataReference.of(source.descriptor().id()));
                for (Part part : Part.values()) {
                    int size = dataset.part(part).size();
                    if (size > 0) {
                        assertThat(dataset.part(part).example(size - 1).size()).isEqualTo(1);
                    }
                }
            } catch (DatasetException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
            }
        } finally {
            Trees.delete(folder);
        }
    }

    @Provide
    Arbitrary<Inner> sets() {
        String row = "\"3\",\"Title\",\"A story about things\"\n";
        String house = "-122.2,37.88,41,880,129,322,126,8.3,452600\n";
        String rating = "196\t242\t3\t881250949\n186\t302\t4\t891717742\n";
        byte[] news = row.repeat(40).getBytes(UTF_8);
        return Arbitraries.of(
                new Inner("mnist", "", "train-images-idx3-ubyte.gz", Samples.pictures(60), gzipped()),
                new Inner("kmnist", "", "train-labels-idx1-ubyte.gz", Samples.labels(60, 10), gzipped()),
                new Inner(
                        "cifar-10",
                        "cifar-10-binary.tar.gz",
                        "cifar-10-batches-bin/data_batch_3.bin",
                        Samples.records(3073),
                        batches()),
                new Inner("ag-news", "", "train.csv", news, Map.of("test.csv", news)),
                new Inner(
                        "tiny-shakespeare",
                        "",
                        "input.txt",
                        "To be, or not to be.\n".repeat(80).getBytes(UTF_8),
                        Map.of()),
                new Inner(
                        "california-housing",
                        "cal_housing.tgz",
                        "CaliforniaHousing/cal_housing.data",
                        house.repeat(40).getBytes(UTF_8),
                        Map.of()),
                new Inner(
                        "movielens-100k",
                        "ml-100k.zip",
                        "ml-100k/u.data",
                        rating.repeat(20).getBytes(UTF_8),
                        Map.of()),
                new Inner(
                        "imdb",
                        "aclImdb_v1.tar.gz",
                        "aclImdb/train/pos/1_9.txt",
                        "A great film, and then some.".getBytes(UTF_8),
                        reviews()),
                new Inner(
                        "mini-speech-commands",
                        "mini_speech_commands.zip",
                        "mini_speech_commands/yes/0.wav",
                        Samples.wav(1),
                        words()));
    }

    private static Map<String, byte[]> gzipped() {
        Map<String, byte[]> files = new HashMap<>(Samples.idxFiles(60, 20, 10));
        return Map.copyOf(files);
    }

    private static Map<String, byte[]> batches() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("data_batch_1", "data_batch_2", "data_batch_4", "data_batch_5", "test_batch")) {
            files.put("cifar-10-batches-bin/" + name + ".bin", Samples.records(3073));
        }
        return files;
    }

    private static Map<String, byte[]> reviews() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String folder : List.of("train/pos", "train/neg", "test/pos", "test/neg")) {
            for (int i = 10; i < 20; i++) {
                files.put("aclImdb/" + folder + "/" + i + ".txt", ("film " + i).getBytes(UTF_8));
            }
        }
        return files;
    }

    private static Map<String, byte[]> words() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i < 7; i++) {
            files.put("mini_speech_commands/yes/" + i + ".wav", Samples.wav(i));
            files.put("mini_speech_commands/no/" + i + ".wav", Samples.wav(50 + i));
        }
        return files;
    }

    /** Puts the files where a user would, so that the download only checks and unpacks them. */
    private static RemoteDataset place(DownloadCache cache, Inner set, byte[] damaged)
            throws IOException, DatasetException {
        RemoteDataset listed = RemoteCatalogue.builtIn().byName(set.id());
        RemoteDataset remote = new RemoteDataset(
                listed.id(),
                listed.title(),
                listed.files().stream()
                        .map(file -> new RemoteFile(
                                file.dataset(),
                                file.name(),
                                URI.create("http://127.0.0.1/" + file.name()),
                                OptionalLong.empty(),
                                List.of(),
                                "test",
                                "CC0"))
                        .toList());
        Files.createDirectories(cache.folder(remote));
        Map<String, byte[]> all = new LinkedHashMap<>(set.others());
        if (set.archive().isEmpty()) {
            all.put(set.file(), set.file().endsWith(".gz") ? Archives.gzip(damaged) : damaged);
        } else {
            all.put(set.file(), damaged);
            byte[] archive = set.archive().endsWith(".zip") ? Archives.zip(all) : Archives.gzip(Archives.tar(all));
            all = Map.of(set.archive(), archive);
        }
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            Files.write(cache.folder(remote).resolve(file.getKey()), file.getValue());
        }
        return remote;
    }

    /** Cut off, emptied, bytes changed, or noise. */
    private static byte[] damaged(byte[] bytes, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> new byte[random.nextInt(3)];
            case 2 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
            case 3 -> {
                byte[] noise = new byte[random.nextInt(5000)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> {
                byte[] changed = bytes.clone();
                for (int i = random.nextInt(10); i >= 0; i--) {
                    changed[random.nextInt(Math.min(changed.length, 200))] = (byte) random.nextInt(256);
                }
                yield changed;
            }
        };
    }

    private static final class Patient implements DownloadMonitor {
        @Override
        public void update(DownloadProgress progress) {
            assertThat(progress.stage()).isNotEqualTo(DownloadProgress.Stage.CONNECTING);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
