package org.vitrine.datasets.download;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.unpack.ArchiveFormat;
import org.vitrine.datasets.download.unpack.Trees;
import org.vitrine.datasets.download.unpack.UnpackLimits;
import org.vitrine.datasets.download.unpack.Unpacker;

/**
 * Brings data sets into the cache: each file is downloaded beside its final name, checked, moved into place, and unpacked.
 * A download that was stopped or failed goes on where it ended. One at a time may work on a data set, in all processes.
 */
public final class Downloader {
    private final DownloadCache cache;
    private final DownloadPolicy policy;
    private final Http http;
    private final Unpacker unpacker;

    /** Downloads as users do: through the system's proxies, with patience. */
    public Downloader(DownloadCache cache) {
        this(cache, DownloadPolicy.STANDARD, UnpackLimits.STANDARD, Proxies.ofSystem());
    }

    Downloader(DownloadCache cache, DownloadPolicy policy, UnpackLimits limits, ProxySelector proxies) {
        this.cache = cache;
        this.policy = policy;
        this.http = new Http(policy, proxies);
        this.unpacker = new Unpacker(limits);
    }

    public DownloadCache cache() {
        return cache;
    }

    /**
     * Downloads what is missing of a data set. Takes minutes: never call it on the FX thread. An interrupt stops it as the
     * monitor does.
     *
     * @param acceptChanged whether a file without a published checksum may differ from the one that was trusted before
     * @throws DatasetException if it can not be had: which file, why, what helps
     */
    public DownloadResult download(RemoteDataset dataset, boolean acceptChanged, DownloadMonitor monitor)
            throws DatasetException {
        try {
            Files.createDirectories(cache.unpacked(dataset));
            try (FileChannel channel = FileChannel.open(
                    cache.folder(dataset).resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel, dataset);
                cache.removeUnfinished(dataset);
                checkSpace(dataset);
                return downloadFiles(dataset, acceptChanged, monitor);
            }
        } catch (CancellationException | ClosedByInterruptException e) {
            return new DownloadResult.Stopped();
        } catch (IOException e) {
            throw cache.unusable(dataset, e);
        }
    }

    /** Until the channel is closed. */
    private static void lock(FileChannel channel, RemoteDataset dataset) throws IOException, DatasetException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new DatasetException(
                    dataset.title() + " is being downloaded already, here or in another window. Wait for that to end.");
        }
    }

    private void checkSpace(RemoteDataset dataset) throws IOException, DatasetException {
        long needed = 0;
        for (RemoteFile file : dataset.files()) {
            if (cache.receipt(dataset, file).isEmpty()) {
                needed += Math.max(0, file.bytes().orElse(0) - new PartFile(cache.file(dataset, file)).size());
            }
        }
        long free = Files.getFileStore(cache.folder(dataset)).getUsableSpace();
        if (needed > free) {
            throw new DatasetException(dataset.title() + " needs " + mega(needed) + " more, but the disk of "
                    + cache.folder(dataset) + " has only " + mega(free)
                    + " free. Free some space, or choose another cache folder.");
        }
    }

    private DownloadResult downloadFiles(RemoteDataset dataset, boolean acceptChanged, DownloadMonitor monitor)
            throws IOException, DatasetException {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < dataset.files().size(); i++) {
            RemoteFile file = dataset.files().get(i);
            DownloadWatch watch = new DownloadWatch(
                    monitor, file.name(), i + 1, dataset.files().size());
            watch.check();
            Optional<Receipt> known = cache.receipt(dataset, file);
            if (known.isEmpty()) {
                Received received = receive(dataset, file, acceptChanged, watch);
                if (received.changed() != null) {
                    return received.changed();
                }
                known = Optional.of(received.receipt());
            }
            receipts.add(known.get());
            if (file.archive().isPresent()) {
                unpack(dataset, file, file.archive().get(), watch);
            }
        }
        return new DownloadResult.Done(receipts);
    }

    private record Received(Receipt receipt, DownloadResult.@Nullable Changed changed) {}

    /** A file under its final name without a receipt was put there by the user: it is checked like any other. */
    private Received receive(RemoteDataset dataset, RemoteFile file, boolean acceptChanged, DownloadWatch watch)
            throws IOException, DatasetException {
        Path target = cache.file(dataset, file);
        try (PartFile part = new PartFile(target)) {
            boolean found = Files.isRegularFile(target);
            boolean pieced = !found && new FileDownload(http, policy, file, part, watch).fetch();
            Path path = found ? target : part.path();
            Hashes hashes = hash(path, file, watch);
            if (hashes.fault(file).isPresent() && pieced) {
                // Two halves of different versions look so: once more, in one piece.
                part.discard();
                new FileDownload(http, policy, file, part, watch).fetch();
                hashes = hash(path, file, watch);
            }
            Optional<String> fault = hashes.fault(file);
            if (fault.isPresent()) {
                throw found ? foundWrong(target, fault.get()) : wrong(file, part, fault.get());
            }
            Receipt receipt = new Receipt(
                    file.url(),
                    hashes.bytes(),
                    hashes.sha256(),
                    Instant.now(),
                    !file.checksums().isEmpty());
            Optional<Receipt> before = cache.receipts(dataset).of(file);
            boolean changed = before.isPresent() && !before.get().sha256().equals(receipt.sha256());
            if (changed && !acceptChanged) {
                part.discard();
                return new Received(receipt, new DownloadResult.Changed(file, before.orElseThrow(), receipt.sha256()));
            }
            if (changed && file.archive().isPresent()) {
                Trees.delete(cache.content(dataset, file));
            }
            if (!found) {
                part.publish(target);
            }
            cache.receipts(dataset).keep(receipt);
            return new Received(receipt, null);
        }
    }

    private static Hashes hash(Path path, RemoteFile file, DownloadWatch watch) throws IOException {
        long size = Files.size(path);
        return Hashes.of(path, file.checksums(), done -> watch.step(Stage.CHECKING, done, size));
    }

    private static DatasetException wrong(RemoteFile file, PartFile part, String fault) throws IOException {
        part.discard();
        return new DatasetException("What came from " + file.url() + " is not the file that the list means: " + fault
                + ". It was thrown away. Either the publisher has replaced it, or this network shows a page of its own,"
                + " such as a log-in; try again from another network.");
    }

    private static DatasetException foundWrong(Path target, String fault) {
        return new DatasetException("File " + target + ", which was put there, is not the file that the list means: "
                + fault + ". Delete it, and download again.");
    }

    private void unpack(RemoteDataset dataset, RemoteFile file, ArchiveFormat format, DownloadWatch watch)
            throws IOException, DatasetException {
        Path folder = cache.content(dataset, file);
        if (Files.isDirectory(folder)) {
            return;
        }
        Path archive = cache.file(dataset, file);
        long size = Files.size(archive);
        unpacker.unpack(archive, format, folder, done -> watch.step(Stage.UNPACKING, done, size));
    }

    private static String mega(long bytes) {
        return (bytes + 999_999) / 1_000_000 + " MB";
    }
}
