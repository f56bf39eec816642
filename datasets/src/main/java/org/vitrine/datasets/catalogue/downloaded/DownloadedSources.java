package org.vitrine.datasets.catalogue.downloaded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.importing.AudioFolder;
import org.vitrine.datasets.importing.ImportCache;
import org.vitrine.datasets.importing.RatingsTable;

/** The downloads whose format the program knows. */
public final class DownloadedSources {
    private final DownloadCache cache;
    private final List<DownloadedSource> sources = new ArrayList<>();

    private DownloadedSources(DownloadCache cache) {
        this.cache = cache;
    }

    /** Those of a list, in its order. */
    public static List<DownloadedSource> of(RemoteCatalogue list, DownloadCache cache) {
        DownloadedSources all = new DownloadedSources(cache);
        list.datasets().forEach(all::add);
        return List.copyOf(all.sources);
    }

    /** Those among the sources of a catalogue: by the download's id the data set's. */
    public static Map<String, String> readers(Collection<? extends DatasetSource> sources) {
        return sources.stream()
                .filter(DownloadedSource.class::isInstance)
                .map(DownloadedSource.class::cast)
                .collect(Collectors.toMap(source -> source.remote().id(), source -> source.descriptor()
                        .id()));
    }

    private void add(RemoteDataset remote) {
        switch (remote.id()) {
            case "mnist" -> addPictures("mnist-full", remote, new IdxReading(digits()));
            case "fashion-mnist" -> addPictures("fashion-mnist-full", remote, new IdxReading(IdxReading.CLOTHES));
            case "kmnist" -> addPictures("kmnist", remote, new IdxReading(IdxReading.KANA));
            case "cifar-10" -> addPictures("cifar-10", remote, new CifarReading());
            case "imdb" -> addTexts("imdb", remote, new ReviewReading());
            case "ag-news" -> addTexts("ag-news", remote, new NewsReading());
            case "tiny-shakespeare" -> add("tiny-shakespeare", Task.NEXT_STEP, List.of(), remote, new PlaysReading());
            case "california-housing" ->
                add(
                        "california-housing",
                        Task.TABLE_REGRESSION,
                        List.of(CommonOptions.seed()),
                        remote,
                        new HousingReading());
            case "movielens-100k" ->
                addImported(remote, Task.RECOMMENDATION, new ImportedReading(new RatingsTable(), "ml-100k/u.data"));
            case "movielens-latest-small" ->
                addImported(
                        remote,
                        Task.RECOMMENDATION,
                        new ImportedReading(new RatingsTable(), "ml-latest-small/ratings.csv"));
            case "mini-speech-commands" -> addSounds(remote, "mini_speech_commands");
            case "speech-commands-0-02-test" -> addSounds(remote, "");
            default -> {
                // Only files: the user imports them.
            }
        }
    }

    private void addPictures(String id, RemoteDataset remote, DownloadedSource.Reading reading) {
        add(id, Task.IMAGE_CLASSIFICATION, shares(), remote, reading);
    }

    private void addTexts(String id, RemoteDataset remote, DownloadedSource.Reading reading) {
        add(id, Task.TEXT_CLASSIFICATION, shares(), remote, reading);
    }

    private void addSounds(RemoteDataset remote, String inside) {
        ImportCache imports = new ImportCache(cache.root().resolve("imports"));
        addImported(remote, Task.SOUND_CLASSIFICATION, new ImportedReading(new AudioFolder(imports), inside));
    }

    private void addImported(RemoteDataset remote, Task task, ImportedReading reading) {
        add(remote.id(), task, reading.options(), remote, reading);
    }

    private void add(
            String id, Task task, List<DatasetOption> options, RemoteDataset remote, DownloadedSource.Reading reading) {
        sources.add(new DownloadedSource(id, task, options, remote, cache, reading));
    }

    private static List<DatasetOption> shares() {
        return List.of(CommonOptions.validation(0.1), CommonOptions.seed());
    }

    private static List<String> digits() {
        return IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    }

    /** A file that is not what its name says, although its checksum may be right. */
    static DatasetException wrong(Object file, String what) {
        return new DatasetException(
                "File " + file + " " + what + ". Remove the data set under \"Download more\" and download it again.");
    }
}
