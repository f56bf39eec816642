package org.vitrine.app.data.download;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.datasets.download.RemoteDataset;

/** One data set of the list, and how it stands with it. */
public final class DownloadItem {
    private final RemoteDataset dataset;
    private final ReadOnlyObjectWrapper<DownloadState> state = new ReadOnlyObjectWrapper<>(new DownloadState.Unknown());
    private final AtomicBoolean stopped = new AtomicBoolean();

    DownloadItem(RemoteDataset dataset) {
        this.dataset = dataset;
    }

    public RemoteDataset dataset() {
        return dataset;
    }

    public ReadOnlyObjectProperty<DownloadState> state() {
        return state.getReadOnlyProperty();
    }

    void set(DownloadState now) {
        state.set(now);
    }

    /** Set by the window, read by the download's thread. */
    AtomicBoolean stopped() {
        return stopped;
    }
}
