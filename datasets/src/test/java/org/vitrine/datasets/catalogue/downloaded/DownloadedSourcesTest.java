package org.vitrine.datasets.catalogue.downloaded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.DownloadMonitor;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadResult;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;
import org.vitrine.datasets.download.TestServer;
import org.vitrine.datasets.download.unpack.Archives;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.Image;

/** Small files of each format, downloaded from this machine and loaded as data sets. */
class DownloadedSourcesTest {
    @TempDir
    Path folder;

    static Stream<DownloadedSource> builtIn() {
        return DatasetCatalogue.builtIn().sources().stream()
                .filter(DownloadedSource.class::isInstance)
                .map(DownloadedSource.class::cast);
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void eachHasItsTextsAndIsOfTheList(DownloadedSource source) {
        DatasetTexts texts = new DatasetTexts(Locale.ENGLISH);
        String id = source.descriptor().id();
        assertThat(texts.title(id)).isNotBlank();
        assertThat(texts.summary(id)).contains("has to be downloaded first");
        for (DatasetOption option : source.descriptor().options()) {
            assertThat(texts.optionLabel(id, option.name())).isNotBlank();
        }
        assertThat(RemoteCatalogue.builtIn().datasets()).contains(source.remote());
        assertThat(source.descriptor().licence()).isEqualTo(source.remote().licence());
    }

    @Test
    void withoutTheDownloadNothingLoadsAndTheMessageSaysWhereToClick() throws DatasetException {
        List<DownloadedSource> sources = DownloadedSources.of(RemoteCatalogue.builtIn(), new DownloadCache(folder));
        assertThat(sources).hasSize(12);
        for (DownloadedSource source : sources) {
            assertThat(source.isHere()).isFalse();
            assertThatThrownBy(() -> source.read(Map.of()))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("not downloaded yet")
                    .hasMessageContaining("\"Download more\"")
                    .hasMessageContaining(
                            "vitrine data download " + source.remote().id());
        }
    }

    @Test
    void idxFilesBecomePictures() throws Exception {
        Dataset dataset = load("mnist", Samples.idxFiles(200, 40, 10));
        assertThat(dataset.descriptor().id()).isEqualTo("mnist-full");
        assertThat(dataset.spec().input()).isEqualTo(new Image(1, 4, 3));
        assertThat(dataset.train().size()).isEqualTo(180);
        assertThat(dataset.validation().size()).isEqualTo(20);
        assertThat(dataset.test().size()).isEqualTo(40);
        Batch third = dataset.test().example(3);
        assertThat(third.targets().values()).containsExactly(3);
        assertThat(third.inputs().values()[0]).isEqualTo(3 / 255f);
        assertThat(third.inputs().values()[11]).isEqualTo(14 / 255f);
    }

    @Test
    void aLabelThatIsNoClassIsNamed() {
        assertThatThrownBy(() -> load("mnist", Samples.idxFiles(200, 40, 11)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("train-labels")
                .hasMessageContaining("has the label 10 at 11; the classes are 0 to 9");
    }

    @Test
    void cifarFilesBecomeColourPictures() throws Exception {
        Dataset dataset = load("cifar-10", Map.of("cifar-10-binary.tar.gz", Samples.cifar(3073)));
        assertThat(dataset.spec().input()).isEqualTo(new Image(3, 32, 32));
        assertThat(dataset.train().size() + dataset.validation().size()).isEqualTo(150);
        assertThat(dataset.test().size()).isEqualTo(30);
        Batch second = dataset.test().example(12);
        assertThat(second.targets().values()).containsExactly(2);
        assertThat(second.inputs().values()[0]).isEqualTo(12 / 255f);
        assertThat(second.inputs().values()[3071]).isEqualTo(((12 + 3071) & 0xff) / 255f);
        assertThat(dataset.targetNames()).startsWith("airplane", "automobile", "bird");
    }

    @Test
    void cifarFilesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> load("cifar-10", Map.of("cifar-10-binary.tar.gz", Samples.cifar(3072))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("data_batch_1.bin")
                .hasMessageContaining("no records of 3073");
    }

    @Test
    void aPlayIsReadCharacterByCharacter() throws Exception {
        byte[] play = "First Citizen:\nBefore we proceed any further, hear me speak.\n\n"
                .repeat(200)
                .getBytes(UTF_8);
        Dataset dataset = load("tiny-shakespeare", Map.of("input.txt", play));
        assertThat(dataset.train().size()).isGreaterThan(dataset.test().size());
        assertThat(dataset.targetNames()).contains("F", "\n");
    }

    @Test
    void newsBecomeTextsOfFourTopics() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            rows.append("\"")
                    .append(1 + i % 4)
                    .append("\",\"Title, with comma\",\"Story number ")
                    .append(i)
                    .append(" about \"\"topic\"\" ")
                    .append(i % 4)
                    .append("\\\\nonsense\"\n");
        }
        byte[] csv = rows.toString().getBytes(UTF_8);
        Dataset dataset = load("ag-news", Map.of("train.csv", csv, "test.csv", csv));
        assertThat(dataset.targetNames()).containsExactly("World", "Sports", "Business", "Sci/Tech");
        assertThat(dataset.train().size()).isEqualTo(72);
        assertThat(dataset.test().example(1).targets().values()).containsExactly(1);
        assertThat(dataset.test().words(1)).contains("title", "comma", "nonsense");
        byte[] wrong = "\"5\",\"a\",\"b\"\n".getBytes(UTF_8);
        assertThatThrownBy(() -> load("ag-news", Map.of("train.csv", wrong, "test.csv", csv)))
                .hasMessageContaining("the class \"5\" in row 1");
    }

    @Test
    void reviewsAreReadFromTheirFolders() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String part : List.of("train", "test")) {
            for (int i = 0; i < 20; i++) {
                entries.put("aclImdb/" + part + "/pos/" + i + "_9.txt", ("great<br />film " + i).getBytes(UTF_8));
                entries.put("aclImdb/" + part + "/neg/" + i + "_2.txt", ("dull film " + i).getBytes(UTF_8));
            }
        }
        entries.put("aclImdb/train/unsup/0_0.txt", "unknown".getBytes(UTF_8));
        Dataset dataset = load("imdb", Map.of("aclImdb_v1.tar.gz", Archives.gzip(Archives.tar(entries))));
        assertThat(dataset.targetNames()).containsExactly("negative", "positive");
        assertThat(dataset.train().size() + dataset.validation().size()).isEqualTo(40);
        assertThat(dataset.test().size()).isEqualTo(40);
        assertThat(dataset.test().words(20)).startsWith("great", "film");
        assertThat(dataset.test().example(20).targets().values()).containsExactly(1);
    }

    @Test
    void housesHaveEightFiguresAndAValue() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append("-122.")
                    .append(i)
                    .append(",37.88,41,880,129,322,126,8.3,")
                    .append(450000 + i)
                    .append("\n");
        }
        byte[] archive = Archives.gzip(Archives.tar(
                Map.of("CaliforniaHousing/cal_housing.data", rows.toString().getBytes(UTF_8))));
        Dataset dataset = load("california-housing", Map.of("cal_housing.tgz", archive));
        assertThat(dataset.targetNames()).containsExactly("median house value");
        assertThat(dataset.spec().input().size()).isEqualTo(8);
    }

    @Test
    void ratingsOfBothKindsAreRead() throws Exception {
        StringBuilder tabs = new StringBuilder();
        StringBuilder commas = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 100; i++) {
            tabs.append(1 + i % 7)
                    .append('\t')
                    .append(1 + i % 13)
                    .append('\t')
                    .append(1 + i % 5)
                    .append("\t88125");
            tabs.append(i).append('\n');
            commas.append(1 + i % 7)
                    .append(',')
                    .append(1 + i % 13)
                    .append(",3.5,96498")
                    .append(i)
                    .append('\n');
        }
        Dataset old = load(
                "movielens-100k",
                Map.of(
                        "ml-100k.zip",
                        Archives.zip(Map.of("ml-100k/u.data", tabs.toString().getBytes(UTF_8)))));
        assertThat(old.descriptor().task()).isEqualTo(Task.RECOMMENDATION);
        assertThat(old.presentation()).isInstanceOf(Presentation.Pair.class);
        assertThat(old.train().size() + old.validation().size() + old.test().size())
                .isEqualTo(91);
        Dataset latest = load(
                "movielens-latest-small",
                Map.of(
                        "ml-latest-small.zip",
                        Archives.zip(Map.of(
                                "ml-latest-small/ratings.csv", commas.toString().getBytes(UTF_8)))));
        assertThat(latest.test().example(0).targets().values()).hasSize(1);
        assertThat(latest.descriptor().licence()).contains("non-commercial");
    }

    @Test
    void spokenWordsAreReadFromTheirFolders() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mini_speech_commands/README.md", "About".getBytes(UTF_8));
        for (int i = 0; i < 12; i++) {
            entries.put("mini_speech_commands/yes/" + i + "_nohash_0.wav", Samples.wav(i));
            entries.put("mini_speech_commands/no/" + i + "_nohash_0.wav", Samples.wav(100 + i));
        }
        entries.put("__MACOSX/._mini_speech_commands", new byte[10]);
        Dataset dataset = load("mini-speech-commands", Map.of("mini_speech_commands.zip", Archives.zip(entries)));
        assertThat(dataset.targetNames()).containsExactly("no", "yes");
        assertThat(dataset.train().size()
                        + dataset.validation().size()
                        + dataset.test().size())
                .isEqualTo(24);
    }

    /** Downloads files in the place of those of the list, and loads what comes of them. */
    private Dataset load(String id, Map<String, byte[]> files) throws IOException, DatasetException {
        RemoteDataset listed = RemoteCatalogue.builtIn().byName(id);
        Map<String, byte[]> served = new LinkedHashMap<>();
        files.forEach((name, content) -> served.put("/" + name, content));
        try (TestServer server = TestServer.of(served)) {
            List<RemoteFile> local = listed.files().stream()
                    .map(file -> new RemoteFile(
                            file.dataset(),
                            file.name(),
                            server.url("/" + file.name()),
                            OptionalLong.empty(),
                            List.of(),
                            "test",
                            file.licence()))
                    .toList();
            RemoteDataset remote = new RemoteDataset(listed.id(), listed.title(), local);
            DownloadCache cache = new DownloadCache(folder.resolve("cache" + served.hashCode()));
            assertThat(new Downloader(cache).download(remote, false, new Patient()))
                    .isInstanceOf(DownloadResult.Done.class);
            DownloadedSource source = DownloadedSources.of(new RemoteCatalogue(List.of(remote)), cache)
                    .get(0);
            assertThat(source.isHere()).isTrue();
            return new DatasetCatalogue(List.of(source))
                    .load(DataReference.of(source.descriptor().id()));
        }
    }

    private static final class Patient implements DownloadMonitor {
        @Override
        public void update(DownloadProgress progress) {
            assertThat(progress.count()).isPositive();
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
