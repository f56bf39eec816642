package org.vitrine.exchange.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vitrine.exchange.keras.Hdf5File.Hdf5Exception;

/**
 * A model file of Keras: its description as JSON, and where its weights lie. HDF5 files hold both; a {@code .keras} file is a
 * zip of {@code config.json}, {@code metadata.json} and an HDF5 file of weights.
 */
final class ModelFile implements Closeable {
    private static final long LARGEST = 1L << 30;
    private static final int LARGEST_ENTRY = 1 << 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Hdf5File hdf5;
    private final JsonNode model;
    private final JsonNode training;
    private final String version;
    private final WeightSource weights;

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(200)
                        .maxStringLength(64 << 20)
                        .build());
    }

    private ModelFile(Hdf5File hdf5, JsonNode model, JsonNode training, String version, WeightSource weights) {
        this.hdf5 = hdf5;
        this.model = model;
        this.training = training;
        this.version = version;
        this.weights = weights;
    }

    static ModelFile open(Path file) throws KerasImportException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new KerasImportException(KerasTexts.of("file.none", file));
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new KerasImportException(KerasTexts.of("file.large", file, size >> 20, LARGEST >> 20));
            }
            return isZip(file) ? ofZip(file) : ofHdf5(file);
        } catch (Hdf5Exception e) {
            throw new KerasImportException(KerasTexts.of("file.damaged", file, String.valueOf(e.getMessage())), e);
        } catch (AccessDeniedException e) {
            throw new KerasImportException(KerasTexts.of("file.denied", file), e);
        } catch (JsonProcessingException e) {
            throw new KerasImportException(KerasTexts.of("file.description", file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new KerasImportException(KerasTexts.of("file.damaged", file, String.valueOf(e.getMessage())), e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static ModelFile ofHdf5(Path file) throws Hdf5Exception, IOException, KerasImportException {
        Hdf5File hdf5 = Hdf5File.of(Files.readAllBytes(file));
        try {
            Optional<String> description = hdf5.text("", "model_config");
            if (description.isEmpty()) {
                throw new KerasImportException(KerasTexts.of("file.weights-only", file));
            }
            Optional<String> training = hdf5.text("", "training_config");
            return new ModelFile(
                    hdf5,
                    JSON.readTree(description.get()),
                    training.isPresent() ? JSON.readTree(training.get()) : MissingNode.getInstance(),
                    hdf5.text("", "keras_version").orElse(""),
                    new NamedWeights(hdf5, "model_weights/"));
        } catch (Hdf5Exception | IOException | KerasImportException e) {
            hdf5.close();
            throw e;
        }
    }

    private static ModelFile ofZip(Path file) throws Hdf5Exception, IOException, KerasImportException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode model = json(zip, "config.json", file);
            Hdf5File hdf5 = Hdf5File.of(entry(zip, "model.weights.h5", file));
            return new ModelFile(
                    hdf5,
                    model,
                    model.path("compile_config"),
                    json(zip, "metadata.json", file).path("keras_version").asText(""),
                    new NumberedWeights(hdf5));
        }
    }

    private static JsonNode json(ZipFile zip, String name, Path file) throws IOException, KerasImportException {
        return JSON.readTree(new String(entry(zip, name, file), StandardCharsets.UTF_8));
    }

    /** Grows with what is really there; a zip may claim anything. */
    private static byte[] entry(ZipFile zip, String name, Path file) throws IOException, KerasImportException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new KerasImportException(KerasTexts.of("file.no-keras", file, name));
        }
        long most = Math.min(LARGEST_ENTRY, Files.size(file) * 20 + (1 << 20));
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) most);
            if (in.read() >= 0) {
                throw new KerasImportException(KerasTexts.of("file.entry-large", file, name, most >> 20));
            }
            return bytes;
        }
    }

    /** Class name and settings of the model. */
    JsonNode model() {
        return model;
    }

    /** How it was compiled; missing if it was not. */
    JsonNode training() {
        return training;
    }

    /** The version of Keras that wrote the file, empty if it does not tell. */
    String version() {
        return version;
    }

    WeightSource weights() {
        return weights;
    }

    @Override
    public void close() {
        hdf5.close();
    }
}
