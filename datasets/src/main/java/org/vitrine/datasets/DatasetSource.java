package org.vitrine.datasets;

import java.util.Map;

/** A data set of the catalogue. To add one: implement this and name it in {@code DatasetCatalogue}. */
public interface DatasetSource {
    DatasetDescriptor descriptor();

    /**
     * Reads or generates the data; the same options give the same bytes on every machine. May take seconds: never call it
     * on the FX thread. Honours interruption.
     *
     * @param options values by option name; missing ones take their initial value
     * @throws DatasetException if an option or a file is wrong: what, where (file, row, column), how to fix; or if the
     *     thread was interrupted
     */
    RawDataset read(Map<String, String> options) throws DatasetException;
}
