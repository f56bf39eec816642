package org.vitrine.exchange.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Tensor;

/**
 * An HDF5 file that may be damaged or hostile: whatever the reader stumbles over becomes an {@link Hdf5Exception}, and no array
 * is made that is larger than the file gives reason for.
 */
final class Hdf5File implements Closeable {
    /** Weights do not pack well; more than this is made up. */
    private static final int MOST_UNPACKED = 8;

    private final HdfFile file;
    private final long size;

    private Hdf5File(HdfFile file, long size) {
        this.file = file;
        this.size = size;
    }

    /** Something in the file can not be read. */
    static final class Hdf5Exception extends Exception {
        private static final long serialVersionUID = 1L;

        Hdf5Exception(String message) {
            super(message);
        }

        Hdf5Exception(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** In memory: for files the library allocates whatever lengths they claim, here it can not leave the bytes there are. */
    static Hdf5File of(byte[] bytes) throws Hdf5Exception {
        return guarded(() -> new Hdf5File(HdfFile.fromBytes(bytes), bytes.length));
    }

    /** What the library does; it throws whatever its own arithmetic meets in damaged bytes. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws Exception;
    }

    private static <T> T guarded(Reading<T> reading) throws Hdf5Exception {
        try {
            return reading.read();
        } catch (Hdf5Exception e) {
            throw e;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw new Hdf5Exception(e);
        }
    }

    /** The text of an attribute of the file or a group. */
    Optional<String> text(String path, String attribute) throws Hdf5Exception {
        return guarded(() -> {
            Attribute found = node(path).getAttribute(attribute);
            if (found == null) {
                return Optional.empty();
            }
            bound(found.getSize(), 16);
            Object data = found.getData();
            return data instanceof String text ? Optional.of(text) : Optional.empty();
        });
    }

    /** Texts of an attribute; where they did not fit into one, of those that Keras numbers: name0, name1... */
    List<String> texts(String path, String attribute) throws Hdf5Exception {
        return guarded(() -> {
            Node node = node(path);
            List<String> texts = new ArrayList<>();
            Attribute whole = node.getAttribute(attribute);
            if (whole != null) {
                addTexts(whole, texts);
                return texts;
            }
            for (int i = 0; node.getAttribute(attribute + i) != null; i++) {
                addTexts(node.getAttribute(attribute + i), texts);
            }
            return texts;
        });
    }

    private void addTexts(Attribute attribute, List<String> texts) throws Hdf5Exception {
        if (attribute.isEmpty() || attribute.getSize() == 0) {
            return;
        }
        bound(attribute.getSize(), 16);
        if (attribute.getData() instanceof String[] all) {
            texts.addAll(Arrays.asList(all));
        }
    }

    private Node node(String path) {
        return path.isEmpty() ? file : file.getByPath(path);
    }

    /** Names in a group, sorted; none if there is no such group. */
    List<String> children(String path) throws Hdf5Exception {
        return guarded(() -> {
            Group group = file;
            for (String step : path.split("/")) {
                if (!step.isEmpty()) {
                    if (!(group.getChild(step) instanceof Group next)) {
                        return List.of();
                    }
                    group = next;
                }
            }
            return group.getChildren().keySet().stream().sorted().toList();
        });
    }

    boolean isArray(String path) throws Hdf5Exception {
        return guarded(() -> file.getByPath(path) instanceof Dataset);
    }

    /** An array of floating point numbers. */
    Tensor array(String path) throws Hdf5Exception {
        return guarded(() -> {
            if (!(file.getByPath(path) instanceof Dataset dataset)) {
                throw new Hdf5Exception(path + " is no array");
            }
            long values = 1;
            int[] shape = dataset.getDimensions();
            for (int length : shape) {
                values = Math.multiplyExact(values, (long) length);
            }
            bound(values, 4);
            Object data = values == 0 ? new float[0] : dataset.getDataFlat();
            return new Tensor(shape, floats(data, path));
        });
    }

    private void bound(long values, int bytesEach) throws Hdf5Exception {
        if (values < 0 || values > (size * MOST_UNPACKED + (1 << 16)) / bytesEach) {
            throw new Hdf5Exception(values + " values are claimed, more than a file of " + size + " bytes can hold");
        }
    }

    private static float[] floats(Object data, String path) throws Hdf5Exception {
        if (data instanceof float[] floats) {
            return floats;
        }
        if (data instanceof double[] doubles) {
            float[] narrow = new float[doubles.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) doubles[i];
            }
            return narrow;
        }
        throw new Hdf5Exception(path + " holds no 32-bit or 64-bit floating point numbers");
    }

    @Override
    public void close() {
        file.close();
    }
}
