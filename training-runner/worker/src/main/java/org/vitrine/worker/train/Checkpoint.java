package org.vitrine.worker.train;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.runs.json.Json;
import org.vitrine.worker.network.Weights;

/**
 * A state of training on disk: DL4J's model file (configuration, parameters, updater state) with our {@code state.json}
 * beside them.
 */
record Checkpoint(TrainingState state, Weights weights) {
    private static final String CONFIGURATION = "configuration.json";
    private static final String PARAMETERS = "coefficients.bin";
    private static final String UPDATER = "updaterState.bin";
    private static final String STATE = "state.json";

    /** Writes the whole file or nothing. */
    void write(Path file, String configuration) throws IOException {
        AtomicFiles.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            text(zip, CONFIGURATION, configuration);
            text(zip, STATE, Json.mapper().writeValueAsString(state));
            array(zip, PARAMETERS, weights.parameters());
            if (weights.updater() != null) {
                array(zip, UPDATER, weights.updater());
            }
            zip.finish();
        });
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void array(ZipOutputStream zip, String name, INDArray array) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DataOutputStream data = new DataOutputStream(new Unclosed(zip));
        Nd4j.write(array, data);
        data.flush();
        zip.closeEntry();
    }

    /** Reads a checkpoint; fails if any byte of it is damaged. */
    static Checkpoint read(Path file) throws IOException {
        TrainingState state = null;
        Map<String, INDArray> arrays = new HashMap<>();
        // Not ZipFile, which does not compare checksums.
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(STATE)) {
                    state = Json.mapper().readValue(zip.readAllBytes(), TrainingState.class);
                } else if (entry.getName().equals(PARAMETERS) || entry.getName().equals(UPDATER)) {
                    arrays.put(entry.getName(), readArray(zip, entry.getName()));
                }
                zip.closeEntry();
            }
        }
        INDArray parameters = arrays.get(PARAMETERS);
        if (state == null || parameters == null) {
            throw new IOException((state == null ? STATE : PARAMETERS) + " is missing");
        }
        return new Checkpoint(state, new Weights(parameters, arrays.get(UPDATER)));
    }

    private static INDArray readArray(ZipInputStream zip, String name) throws IOException {
        try {
            return Nd4j.read(new DataInputStream(new Unread(zip)));
        } catch (RuntimeException e) {
            throw new IOException(name + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The engine may close what it reads from, but more entries follow. */
    private static final class Unread extends FilterInputStream {
        Unread(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    /** The engine closes what it writes to, but more entries follow. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
