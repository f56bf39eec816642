package org.vitrine.datasets.catalogue.downloaded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.RemoteDataset;

/** A downloaded data set as one of the catalogue. Without the download it loads nothing, and says where to click. */
public final class DownloadedSource implements DatasetSource {
    private final DatasetDescriptor descriptor;
    private final RemoteDataset remote;
    private final DownloadCache cache;
    private final Reading reading;

    /** Turns files into a data set. */
    @FunctionalInterface
    interface Reading {
        /**
         * Reads what was downloaded.
         *
         * @param files where the content of each file of the download lies, in the order of the list
         */
        RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException;
    }

    DownloadedSource(
            String id,
            Task task,
            List<DatasetOption> options,
            RemoteDataset remote,
            DownloadCache cache,
            Reading reading) {
        String host = String.valueOf(remote.files().get(0).url().getHost());
        this.descriptor = new DatasetDescriptor(
                id, task, remote.licence(), remote.title() + ", downloaded from " + host, options);
        this.remote = remote;
        this.cache = cache;
        this.reading = reading;
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    /** What has to be downloaded. */
    public RemoteDataset remote() {
        return remote;
    }

    /** Whether it can be loaded. */
    public boolean isHere() throws DatasetException {
        return cache.state(remote) == DownloadCache.State.COMPLETE;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        cache.require(remote);
        List<Path> files =
                remote.files().stream().map(file -> cache.single(remote, file)).toList();
        return reading.read(descriptor, options, files);
    }
}
