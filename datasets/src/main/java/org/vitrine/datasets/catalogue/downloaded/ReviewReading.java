package org.vitrine.datasets.catalogue.downloaded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.TextFile;

/** IMDb reviews: a file each, in the folders {@code train/neg}, {@code train/pos}, {@code test/neg}, {@code test/pos}. */
final class ReviewReading implements DownloadedSource.Reading {
    private static final List<String> FOLDERS = List.of("neg", "pos");
    private static final int WORDS = 256;

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        Path folder = files.get(0).resolve("aclImdb");
        return Texts.dataset(
                descriptor,
                options,
                List.of("negative", "positive"),
                texts(folder.resolve("train")),
                texts(folder.resolve("test")),
                WORDS,
                folder);
    }

    private static Texts texts(Path part) throws DatasetException {
        Texts texts = new Texts();
        for (int label = 0; label < FOLDERS.size(); label++) {
            for (Path file : files(part.resolve(FOLDERS.get(label)))) {
                Cancellation.check("IMDb");
                texts.add(TextFile.read(file).replace("<br />", " ").strip(), label);
            }
        }
        return texts;
    }

    /** In the same order on every system. */
    private static List<Path> files(Path folder) throws DatasetException {
        if (!Files.isDirectory(folder)) {
            throw DownloadedSources.wrong(folder, "is missing");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException("Folder " + folder + " can not be read: " + e.getMessage() + ".", e);
        }
    }
}
