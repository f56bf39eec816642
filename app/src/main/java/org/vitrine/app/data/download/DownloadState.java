package org.vitrine.app.data.download;

import java.util.List;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadResult;
import org.vitrine.datasets.download.Receipt;

/** How it stands with one data set of the list. */
public sealed interface DownloadState {

    /** Nobody has looked yet. */
    record Unknown() implements DownloadState {}

    record Absent() implements DownloadState {}

    /** A part is here; a download goes on from it. */
    record Partial() implements DownloadState {}

    /** Waits for another download to end. */
    record Queued() implements DownloadState {}

    record Running(DownloadProgress progress) implements DownloadState {}

    /** The user wants it stopped, and it is about to. */
    record Stopping() implements DownloadState {}

    /** Whole, checked and unpacked. */
    record Here(List<Receipt> receipts) implements DownloadState {
        public Here {
            receipts = List.copyOf(receipts);
        }
    }

    /** It could not be had: why, and what helps. */
    record Failed(String message) implements DownloadState {}

    /** A file that nobody has published a checksum of is not the one of before. */
    record Changed(DownloadResult.Changed change) implements DownloadState {}

    /** Whether somebody works on it. */
    default boolean isBusy() {
        return this instanceof Queued || this instanceof Running || this instanceof Stopping;
    }
}
