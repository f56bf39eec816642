package org.vitrine.datasets.download;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.unpack.ArchiveFormat;
import org.vitrine.datasets.download.unpack.Trees;
import org.vitrine.datasets.download.unpack.Unpacker;

/**
 * Where downloaded data sets are kept: a folder for each, in it the files as they came, {@code unpacked} with a folder for
 * each archive, and the receipts. A file stands under its name only when it is whole and checked.
 */
public record DownloadCache(Path root) {
    private static final String RECEIPTS = "receipts.json";

    /** How much of a data set is there. */
    public enum State {
        ABSENT,
        /** Stopped on its way; a download goes on from there. */
        PARTIAL,
        COMPLETE
    }

    /** The folder named by {@code -Dvitrine.cache} or by VITRINE_CACHE, else {@code ~/.vitrine/cache}. */
    public static DownloadCache standard() {
        return new DownloadCache(Optional.ofNullable(System.getProperty("vitrine.cache"))
                .or(() -> Optional.ofNullable(System.getenv("VITRINE_CACHE")))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".vitrine", "cache")));
    }

    public Path folder(RemoteDataset dataset) {
        return root.resolve(dataset.id());
    }

    /** Where a file stands as it came. */
    public Path file(RemoteDataset dataset, RemoteFile file) {
        return folder(dataset).resolve(file.name());
    }

    /** The folder of what an archive holds, or the file itself if it is none. */
    public Path content(RemoteDataset dataset, RemoteFile file) {
        return file.archive()
                .map(format -> unpacked(dataset).resolve(format.stem(file.name())))
                .orElseGet(() -> file(dataset, file));
    }

    /** The only file in a compressed file that is no archive of many, such as IDX. */
    public Path single(RemoteDataset dataset, RemoteFile file) {
        Path content = content(dataset, file);
        return file.archive().orElse(null) == ArchiveFormat.GZ
                ? content.resolve(ArchiveFormat.GZ.stem(file.name()))
                : content;
    }

    Path unpacked(RemoteDataset dataset) {
        return folder(dataset).resolve("unpacked");
    }

    Receipts receipts(RemoteDataset dataset) {
        return new Receipts(folder(dataset).resolve(RECEIPTS));
    }

    /** The receipt of a file that is there; empty if it is not. */
    public Optional<Receipt> receipt(RemoteDataset dataset, RemoteFile file) throws DatasetException {
        try {
            Path path = file(dataset, file);
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            long size = Files.size(path);
            return receipts(dataset).of(file).filter(receipt -> receipt.bytes() == size);
        } catch (IOException e) {
            throw unusable(dataset, e);
        }
    }

    /** Looks how much is there. */
    public State state(RemoteDataset dataset) throws DatasetException {
        boolean complete = true;
        boolean started = false;
        for (RemoteFile file : dataset.files()) {
            boolean whole = receipt(dataset, file).isPresent();
            complete &= whole && Files.exists(content(dataset, file));
            started |= whole || Files.exists(new PartFile(file(dataset, file)).path());
        }
        if (complete) {
            return State.COMPLETE;
        }
        return started ? State.PARTIAL : State.ABSENT;
    }

    /**
     * Makes sure that a data set is there.
     *
     * @throws DatasetException if it is not: how to get it
     */
    public void require(RemoteDataset dataset) throws DatasetException {
        State state = state(dataset);
        if (state != State.COMPLETE) {
            throw new DatasetException(dataset.title()
                    + (state == State.ABSENT ? " is not downloaded yet." : " is not downloaded to its end.")
                    + " On the Data stage, open \"Download more\", choose " + dataset.title()
                    + " and press Download; or run: vitrine data download " + dataset.id());
        }
    }

    /** Deletes what was downloaded; the receipts stay, so that a later download is compared with this one. */
    public void remove(RemoteDataset dataset) throws DatasetException {
        try {
            for (RemoteFile file : dataset.files()) {
                Files.deleteIfExists(file(dataset, file));
                new PartFile(file(dataset, file)).discard();
            }
            Trees.delete(unpacked(dataset));
            removeUnfinished(dataset);
        } catch (IOException e) {
            throw unusable(dataset, e);
        }
    }

    /** Deletes what a crash left while something was unpacked. */
    void removeUnfinished(RemoteDataset dataset) throws IOException {
        if (Files.isDirectory(unpacked(dataset))) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(unpacked(dataset), Unpacker.UNFINISHED + "*")) {
                for (Path folder : left) {
                    Trees.delete(folder);
                }
            }
        }
    }

    DatasetException unusable(RemoteDataset dataset, IOException cause) {
        return new DatasetException(
                "Folder " + folder(dataset) + " can not be used: " + cause.getMessage()
                        + ". Check that it can be written and that the disk is not full.",
                cause);
    }
}
