package org.vitrine.datasets.importing;

import java.nio.file.Path;
import java.util.Map;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;

/**
 * One kind of the user's own files. A document names it as a data set, with the place of the files among the options. All
 * methods take time: never call them on the FX thread. An interrupted thread ends them with a message.
 */
public interface Importer extends DatasetSource {
    /** How well a file or folder suits. */
    enum Match {
        NO,
        POSSIBLE,
        LIKELY
    }

    /** Name of the option that holds the file or folder. */
    String place();

    /** Looks at names and first bytes only. */
    Match probe(Path path) throws DatasetException;

    /** Reads the first of everything. */
    ImportPreview preview(Map<String, String> options) throws DatasetException;

    /**
     * Takes the files over, so that {@link #read} is quick. Files that can not be read are listed, not fatal. When it fails or
     * is interrupted nothing is left behind.
     */
    ImportReport run(Map<String, String> options, ImportProgress progress) throws DatasetException;
}
