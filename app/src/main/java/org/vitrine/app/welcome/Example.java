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
public record Example(String name, String icon, Group group) {

    /** The headings of the welcome page. */
    public enum Group {
        IMAGES,
        TEXTS,
        SOUNDS_AND_SERIES,
        TABLES
    }

    /** All examples, in the order of the welcome page. */
    public static final List<Example> ALL = List.of(
            new Example("lenet-mnist", "mdi2i-image-outline", Group.IMAGES),
            new Example("cnn-fashion", "mdi2t-tshirt-crew-outline", Group.IMAGES),
            new Example("cnn-emoji", "mdi2e-emoticon-outline", Group.IMAGES),
            new Example("detection-shapes", "mdi2s-shape-outline", Group.IMAGES),
            new Example("triplet-faces", "mdi2f-face-recognition", Group.IMAGES),
            new Example("triplet-digits", "mdi2v-vector-triangle", Group.IMAGES),
            new Example("vae-mnist", "mdi2c-creation", Group.IMAGES),
            new Example("bilstm-sentiment", "mdi2c-comment-text-outline", Group.TEXTS),
            new Example("transformer-sentiment", "mdi2c-comment-quote-outline", Group.TEXTS),
            new Example("transformer-token-order", "mdi2o-order-alphabetical-ascending", Group.TEXTS),
            new Example("lstm-next-character", "mdi2f-fountain-pen-tip", Group.TEXTS),
            new Example("transformer-next-character", "mdi2f-feather", Group.TEXTS),
            new Example("gru-next-character", "mdi2f-format-text", Group.TEXTS),
            new Example("lstm-dates", "mdi2c-calendar-text-outline", Group.TEXTS),
            new Example("transformer-dates", "mdi2c-calendar-sync-outline", Group.TEXTS),
            new Example("ctc-digit-strips", "mdi2n-numeric", Group.TEXTS),
            new Example("cnn-keywords", "mdi2m-microphone-outline", Group.SOUNDS_AND_SERIES),
            new Example("gru-co2", "mdi2m-molecule-co2", Group.SOUNDS_AND_SERIES),
            new Example("gru-sunspots", "mdi2w-weather-sunny", Group.SOUNDS_AND_SERIES),
            new Example("mlp-iris", "mdi2f-flower-outline", Group.TABLES),
            new Example("mlp-cars", "mdi2c-car-outline", Group.TABLES),
            new Example("factors-ratings", "mdi2s-star-outline", Group.TABLES),
            new Example("mlp-spirals", "mdi2s-scatter-plot-outline", Group.TABLES),
            new Example("linear-plane", "mdi2c-chart-scatter-plot", Group.TABLES));

    /** Reads the document. */
    public GraphDocument load() throws IOException {
        return read(name);
    }

    /** Reads a document of the folder {@code examples}, named without its ending. */
    public static GraphDocument read(String file) throws IOException {
        return DocumentJson.read(text(file + ".vitrine"));
    }

    /** The text of a file of the folder {@code examples}. */
    public static String text(String file) throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("/org/vitrine/app/examples/" + file)) {
            if (in == null) {
                throw new DocumentFormatException("The example '" + file + "' is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
