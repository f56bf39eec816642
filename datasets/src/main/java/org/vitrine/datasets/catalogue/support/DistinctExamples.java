package org.vitrine.datasets.catalogue.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.model.StepReference;

/** Examples of classes in turns, of which none comes twice. */
public final class DistinctExamples {
    private DistinctExamples() {}

    /**
     * As many examples as the options say: example i is of class i mod classes and drawn until it is a new one.
     *
     * @throws DatasetException if reading was cancelled
     */
    public static RawDataset read(
            DatasetDescriptor descriptor,
            Options options,
            Content content,
            List<String> classes,
            List<StepReference> steps,
            Maker maker)
            throws DatasetException {
        int examples = options.integer(CommonOptions.EXAMPLES);
        List<Value> values = new ArrayList<>();
        int[] labels = new int[examples];
        Set<Value> seen = new HashSet<>();
        for (int i = 0; i < examples; i++) {
            Cancellation.check(descriptor.id());
            Draw draw = Draw.forExample(options.integer(CommonOptions.SEED), i);
            labels[i] = i % classes.size();
            Value value = maker.make(labels[i], draw);
            while (!seen.add(value)) {
                value = maker.make(labels[i], draw);
            }
            values.add(value);
        }
        return RawDataset.classified(
                descriptor, content, values, labels, classes, Partition.rounds(examples, classes.size()), steps);
    }

    /** Draws an example of a class. */
    @FunctionalInterface
    public interface Maker {
        Value make(int label, Draw draw);
    }
}
