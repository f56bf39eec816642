package org.vitrine.datasets.steps;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Presentation;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.shape.Shape;

/** A fitted pipeline as JSON, which lies beside a trained model. */
public final class PipelineJson {
    private static final ObjectMapper MAPPER = mapper();

    private PipelineJson() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, Pipeline pipeline) throws IOException {
        AtomicFiles.write(file, text(pipeline).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DatasetException if the file is broken or of another version
     */
    public static Pipeline read(Path file) throws DatasetException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new DatasetException("File " + file + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    static String text(Pipeline pipeline) {
        try {
            return MAPPER.writeValueAsString(pipeline) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step can not be written: " + e.getOriginalMessage(), e);
        }
    }

    static Pipeline parse(String text, String name) throws DatasetException {
        try {
            Pipeline pipeline = MAPPER.readValue(text, Pipeline.class);
            if (pipeline == null) {
                throw new DatasetException("File " + name + " holds no pipeline. Train the model again.");
            }
            return pipeline;
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "File " + name + " is no pipeline of this version: " + e.getOriginalMessage()
                            + ". Train the model again.",
                    e);
        }
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .addMixIn(FittedStep.class, ByStep.class)
                .addMixIn(Content.class, ByKind.class)
                .addMixIn(Presentation.class, ByKind.class)
                .addMixIn(Shape.class, ByKind.class);
        for (Step step : Steps.all()) {
            mapper.registerSubtypes(new NamedType(step.fittedType(), step.id()));
        }
        for (Class<?> sealed : new Class<?>[] {Content.class, Presentation.class, Shape.class}) {
            for (Class<?> kind : sealed.getPermittedSubclasses()) {
                mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
            }
        }
        return mapper.build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    private interface ByStep {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface ByKind {}
}
