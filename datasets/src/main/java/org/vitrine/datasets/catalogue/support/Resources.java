package org.vitrine.datasets.catalogue.support;

import java.io.InputStream;
import org.vitrine.datasets.DatasetException;

/** The data files that come with the program. */
public final class Resources {
    private static final String FOLDER = "/org/vitrine/datasets/";

    private Resources() {}

    /**
     * Opens a file of this program.
     *
     * @param path data set's folder and file, such as {@code iris/iris.csv}
     */
    public static InputStream open(String path) throws DatasetException {
        InputStream in = Resources.class.getResourceAsStream(FOLDER + path);
        if (in == null) {
            throw new DatasetException("The program's own file " + path + " is missing. Install the program again.");
        }
        return in;
    }
}
