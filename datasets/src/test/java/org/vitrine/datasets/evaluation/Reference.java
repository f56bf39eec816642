package org.vitrine.datasets.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Values that other libraries computed; the script beside the file made them. */
public final class Reference {
    private Reference() {}

    /** Reads {@code reference.json} beside a class. */
    public static JsonNode beside(Class<?> type) {
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("reference.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    public static float[][] rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(row -> {
                    double[] numbers = numbers(row);
                    float[] floats = new float[numbers.length];
                    for (int k = 0; k < floats.length; k++) {
                        floats[k] = (float) numbers[k];
                    }
                    return floats;
                })
                .toArray(float[][]::new);
    }

    public static int[] integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
