package org.vitrine.datasets.download;

import java.util.List;

/** How a download ended, if it did not fail. */
public sealed interface DownloadResult {

    /** All files are there, checked and unpacked. */
    record Done(List<Receipt> receipts) implements DownloadResult {
        public Done {
            receipts = List.copyOf(receipts);
        }
    }

    /** It was stopped and can be resumed. */
    record Stopped() implements DownloadResult {}

    /** A file without a published checksum is not the one that was trusted before; it was thrown away. */
    record Changed(RemoteFile file, Receipt before, String sha256) implements DownloadResult {}
}
