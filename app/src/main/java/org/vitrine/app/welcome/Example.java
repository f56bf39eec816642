package org.vitrine.app.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;

/**
 * A ready graph that ships with Vitrine.
 *
 * @param name file name without ending, such as {@code lenet-mnist}
 */
public record Example(String name, String icon) {

    /** All examples, in the order of the welcome page. */
    public static final List<Example> ALL = List.of(
            new Example("lenet-mnist", "mdi2i-image-outline"),
            new Example("bilstm-sentiment", "mdi2c-comment-text-outline"),
            new Example("transformer-token-order", "mdi2o-order-alphabetical-ascending"),
            new Example("transformer-sentiment", "mdi2c-comment-quote-outline"),
            new Example("mlp-spirals", "mdi2s-scatter-plot-outline"),
            new Example("mlp-iris", "mdi2f-flower-outline"),
            new Example("linear-plane", "mdi2c-chart-scatter-plot"),
            new Example("gru-next-character", "mdi2f-format-text"),
            new Example("ctc-digit-strips", "mdi2n-numeric"),
            new Example("detection-shapes", "mdi2s-shape-outline"),
            new Example("triplet-digits", "mdi2v-vector-triangle"),
            new Example("vae-mnist", "mdi2c-creation"),
            new Example("cnn-fashion", "mdi2t-tshirt-crew-outline"),
            new Example("cnn-emoji", "mdi2e-emoticon-outline"),
            new Example("cnn-keywords", "mdi2m-microphone-outline"),
            new Example("triplet-faces", "mdi2f-face-recognition"),
            new Example("lstm-next-character", "mdi2t-typewriter"),
            new Example("transformer-next-character", "mdi2f-feather"),
            new Example("lstm-dates", "mdi2c-calendar-text-outline"),
            new Example("transformer-dates", "mdi2c-calendar-check-outline"),
            new Example("gru-co2", "mdi2c-chart-line"),
            new Example("gru-sunspots", "mdi2w-weather-sunny"),
            new Example("mlp-cars", "mdi2c-car-outline"),
            new Example("factors-ratings", "mdi2s-star-outline"));

    /** Reads the document. */
    public GraphDocument load() throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("/org/vitrine/app/examples/" + name + ".vitrine")) {
            if (in == null) {
                throw new DocumentFormatException("The example '" + name + "' is missing from this build");
            }
            return DocumentJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
