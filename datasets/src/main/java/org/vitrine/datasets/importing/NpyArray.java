package org.vitrine.datasets.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.read.Npz;
import org.vitrine.datasets.read.UserFile;

/**
 * A NumPy array in a file.
 *
 * @param array its name within an .npz file; empty for an .npy file
 */
record NpyArray(Path file, String array) {
    <T> T read(Npz.Use<T> use) throws DatasetException {
        if (!array.isEmpty()) {
            try (Npz npz = Npz.open(file)) {
                return npz.read(array, use);
            }
        }
        UserFile.check(file, Long.MAX_VALUE, "");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return use.with(new org.vitrine.datasets.NpyStream(in, file.toString()));
        } catch (IOException e) {
            throw UserFile.unreadable(file.toString(), e);
        }
    }

    /** How messages call it. */
    String name() {
        return array.isEmpty() ? file.toString() : file + " (" + array + ")";
    }
}
