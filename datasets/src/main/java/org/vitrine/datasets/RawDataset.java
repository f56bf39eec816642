package org.vitrine.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.random.Partition;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.DataSpec;

/**
 * A data set as it is, before any step.
 *
 * @param steps that are taken if the document names none
 */
public record RawDataset(DatasetDescriptor descriptor, Stage stage, List<StepReference> steps) {
    public RawDataset {
        steps = List.copyOf(steps);
    }

    /** One that a network can take as it is. */
    public static RawDataset ready(
            DatasetDescriptor descriptor,
            DataSpec spec,
            Presentation presentation,
            List<String> targetNames,
            List<Scale> targetScales,
            Split train,
            Split validation,
            Split test) {
        return new RawDataset(
                descriptor,
                new Stage(
                        new Content.Ready(spec.input(), presentation),
                        new Targets(Optional.of(spec.target()), targetNames, targetScales),
                        new SplitExamples(train),
                        new SplitExamples(validation),
                        new SplitExamples(test)),
                List.of());
    }

    /**
     * Examples of classes.
     *
     * @param values the inputs
     * @param labels class of each example
     */
    public static RawDataset classified(
            DatasetDescriptor descriptor,
            Content content,
            List<? extends Value> values,
            int[] labels,
            List<String> classes,
            Partition partition,
            List<StepReference> steps) {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            all.add(new Example(values.get(i), Tensor.of(new float[] {labels[i]})));
        }
        return of(descriptor, content, Targets.classes(classes), Examples.of(all), partition, steps);
    }

    /** Examples in parts. */
    public static RawDataset of(
            DatasetDescriptor descriptor,
            Content content,
            Targets targets,
            Examples all,
            Partition partition,
            List<StepReference> steps) {
        Stage stage = new Stage(
                content,
                targets,
                all.choose(partition.train()),
                all.choose(partition.validation()),
                all.choose(partition.test()));
        return new RawDataset(descriptor, stage, steps);
    }
}
