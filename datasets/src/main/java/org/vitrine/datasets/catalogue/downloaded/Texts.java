package org.vitrine.datasets.catalogue.downloaded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.graph.model.StepReference;

/** Texts with a class each, collected in memory. */
final class Texts {
    private final List<Example> examples = new ArrayList<>();

    void add(String text, int label) {
        examples.add(new Example(new Value.Text(text), Tensor.of(new float[] {label})));
    }

    /**
     * A data set of words.
     *
     * @param length of a text in words, longer ones are cut
     * @param source how messages call where the texts are from
     */
    static RawDataset dataset(
            DatasetDescriptor descriptor,
            Options options,
            List<String> classes,
            Texts train,
            Texts test,
            int length,
            Object source)
            throws DatasetException {
        if (train.examples.isEmpty() || test.examples.isEmpty()) {
            throw DownloadedSources.wrong(source, "holds no texts to train on, or none to test with");
        }
        int[] labels = train.examples.stream()
                .mapToInt(example -> (int) example.target().values()[0])
                .toArray();
        return Labelled.of(
                descriptor,
                options,
                new Content.Text(),
                classes,
                Examples.of(train.examples),
                labels,
                Examples.of(test.examples),
                List.of(
                        new StepReference("tokenise", Map.of("into", "words", "vocabulary", "10000")),
                        new StepReference("pad", Map.of("length", Integer.toString(length)))));
    }
}
