package org.vitrine.app.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.format.Excerpt;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;

/**
 * How examples of all kinds look: pictures, words, columns, values over time.
 *
 * @param columns that are shown at most
 * @param words that are shown at most
 */
public record ExampleLooks(int columns, int words) {
    /** On a tile. */
    public static final ExampleLooks SMALL = new ExampleLooks(5, 40);
    /** For one example that is looked at. */
    public static final ExampleLooks LARGE = new ExampleLooks(24, 400);

    /**
     * How one looks.
     *
     * @param input without the batch axis
     * @param written the words behind token ids, in the original spelling; empty for other inputs
     */
    public Look of(Presentation presentation, Tensor input, List<String> written) {
        Optional<Tensor> image = presentation.image(input).filter(ExampleLooks::isRaster);
        if (image.isPresent()) {
            return Look.of(Raster.of(image.get()));
        }
        if (!written.isEmpty()) {
            return Look.of(List.of(Excerpt.of(written, words)));
        }
        float[] values = input.values();
        if (presentation instanceof Presentation.Text text) {
            return Look.of(List.of(Excerpt.of(tokens(values, text.vocabulary()), words)));
        }
        if (presentation instanceof Presentation.Pair pair) {
            return Look.of(tokens(values, pair.vocabulary()));
        }
        if (presentation instanceof Presentation.Table table) {
            return Look.of(IntStream.range(0, Math.min(columns, table.columns().size()))
                    .mapToObj(k -> table.columns().get(k) + " "
                            + Numbers.significant(table.scales().get(k).invert(values[k]), 3))
                    .toList());
        }
        List<String> names = presentation.columnNames();
        if (!names.isEmpty()) {
            return Look.of(IntStream.range(0, Math.min(names.size(), values.length))
                    .mapToObj(k -> names.get(k) + " " + Numbers.significant(values[k], 3))
                    .toList());
        }
        return Look.ofLine(input.shape().length < 2 ? values : input.row(0).values());
    }

    private static boolean isRaster(Tensor image) {
        int channels = image.shape()[0];
        return channels == 1 || channels == 3;
    }

    private static List<String> tokens(float[] ids, Vocabulary vocabulary) {
        List<String> tokens = new ArrayList<>();
        for (float id : ids) {
            if ((int) id != Vocabulary.PADDING) {
                tokens.add(vocabulary.token((int) id));
            }
        }
        return tokens;
    }
}
