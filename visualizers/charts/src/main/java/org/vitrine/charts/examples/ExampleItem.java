package org.vitrine.charts.examples;

import java.util.List;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;

/**
 * An example as a thumbnail shows it.
 *
 * @param number its index in its part
 * @param input without the batch axis
 * @param words the words behind token ids, in the original spelling; empty for other inputs
 * @param actual name of the true class, or the true value
 * @param predicted name of the predicted class, or the predicted value; empty if unknown
 * @param wrong whether the prediction is a wrong class
 */
public record ExampleItem(
        int number,
        Presentation presentation,
        Tensor input,
        List<String> words,
        String actual,
        String predicted,
        boolean wrong) {
    public ExampleItem {
        words = List.copyOf(words);
    }
}
