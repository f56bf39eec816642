package org.vitrine.app.data.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.DownloadMonitor;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadResult;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.Receipt;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;

/** The public data sets, which are here, and the downloads, one after the other. All methods are for the FX thread. */
public final class DownloadViewModel {
    private static final long BETWEEN_UPDATES_NANOS = 100_000_000;

    private final Downloader downloader;
    private final Background looks;
    private final Background downloads;
    private final Consumer<RemoteDataset> arrived;
    private final Map<String, String> readers;
    private final ObservableList<DownloadItem> items = FXCollections.observableArrayList();

    /**
     * Lists what can be downloaded; {@link #refresh} looks what is here.
     *
     * @param readers by a download's id the data set of the catalogue that reads it
     * @param looks for short looks at the disk
     * @param downloads one thread of its own, since a download takes minutes
     * @param arrived told when a data set came in
     */
    public DownloadViewModel(
            Downloader downloader,
            RemoteCatalogue catalogue,
            Map<String, String> readers,
            Background looks,
            Background downloads,
            Consumer<RemoteDataset> arrived) {
        this.downloader = downloader;
        this.readers = Map.copyOf(readers);
        this.looks = looks;
        this.downloads = downloads;
        this.arrived = arrived;
        catalogue.datasets().forEach(dataset -> items.add(new DownloadItem(dataset)));
    }

    public ObservableList<DownloadItem> items() {
        return items;
    }

    /** Where a data set is, or will be. */
    public Path folder(DownloadItem item) {
        return downloader.cache().folder(item.dataset());
    }

    /** The data set of the catalogue that reads this one; empty if the user has to import its files. */
    public Optional<String> reader(DownloadItem item) {
        return Optional.ofNullable(readers.get(item.dataset().id()));
    }

    /** Looks anew what is here, such as after the command line has downloaded something. */
    public void refresh() {
        items.stream().filter(item -> !item.state().get().isBusy()).forEach(this::look);
    }

    private void look(DownloadItem item) {
        DownloadState before = item.state().get();
        looks.run(
                () -> found(item.dataset()),
                found -> {
                    boolean told = before instanceof DownloadState.Failed || before instanceof DownloadState.Changed;
                    boolean same = item.state().get() == before;
                    if (same && !(told && !(found instanceof DownloadState.Here))) {
                        item.set(found);
                    }
                },
                failure -> fail(item, failure));
    }

    private DownloadState found(RemoteDataset dataset) throws DatasetException {
        DownloadCache cache = downloader.cache();
        return switch (cache.state(dataset)) {
            case ABSENT -> new DownloadState.Absent();
            case PARTIAL -> new DownloadState.Partial();
            case COMPLETE -> {
                List<Receipt> receipts = new ArrayList<>();
                for (RemoteFile file : dataset.files()) {
                    cache.receipt(dataset, file).ifPresent(receipts::add);
                }
                yield new DownloadState.Here(receipts);
            }
        };
    }

    /**
     * Downloads what is missing, after what is under way.
     *
     * @param acceptChanged takes a file that is not the one that was trusted before
     */
    public void download(DownloadItem item, boolean acceptChanged) {
        if (item.state().get().isBusy()) {
            return;
        }
        item.stopped().set(false);
        item.set(new DownloadState.Queued());
        downloads.run(
                () -> downloader.download(item.dataset(), acceptChanged, new Monitor(item)),
                result -> finish(item, result),
                failure -> fail(item, failure));
    }

    private void finish(DownloadItem item, DownloadResult result) {
        if (result instanceof DownloadResult.Done done) {
            item.set(new DownloadState.Here(done.receipts()));
            arrived.accept(item.dataset());
        } else if (result instanceof DownloadResult.Changed changed) {
            item.set(new DownloadState.Changed(changed));
        } else {
            item.set(new DownloadState.Unknown());
            look(item);
        }
    }

    private static void fail(DownloadItem item, Exception failure) {
        item.set(new DownloadState.Failed(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
    }

    /** Stops a download, which keeps what it has. */
    public void stop(DownloadItem item) {
        if (item.state().get().isBusy()) {
            item.stopped().set(true);
            item.set(new DownloadState.Stopping());
        }
    }

    /** Deletes a data set from the disk. */
    public void remove(DownloadItem item) {
        if (item.state().get().isBusy()) {
            return;
        }
        looks.run(
                () -> {
                    downloader.cache().remove(item.dataset());
                    return found(item.dataset());
                },
                item::set,
                failure -> fail(item, failure));
    }

    /** Brings progress to the FX thread, some ten times a second. */
    private final class Monitor implements DownloadMonitor {
        private final DownloadItem item;
        private DownloadProgress.@Nullable Stage stage;
        private long shown;

        Monitor(DownloadItem item) {
            this.item = item;
        }

        @Override
        public void update(DownloadProgress progress) {
            long now = System.nanoTime();
            if (progress.stage() != stage || now - shown > BETWEEN_UPDATES_NANOS) {
                stage = progress.stage();
                shown = now;
                downloads.fx().execute(() -> show(progress));
            }
        }

        private void show(DownloadProgress progress) {
            DownloadState state = item.state().get();
            if (state instanceof DownloadState.Queued || state instanceof DownloadState.Running) {
                item.set(new DownloadState.Running(progress));
            }
        }

        @Override
        public boolean cancelled() {
            return item.stopped().get();
        }
    }
}
