package org.vitrine.datasets.catalogue.downloaded;

import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.random.Partition;
import org.vitrine.graph.model.StepReference;

/** Data sets that come with a test part: a share of the rest validates. */
final class Labelled {
    private Labelled() {}

    /**
     * The data set of two parts.
     *
     * @param labels class of each example to train on
     */
    static RawDataset of(
            DatasetDescriptor descriptor,
            Options options,
            Content content,
            List<String> classes,
            Examples train,
            int[] labels,
            Examples test,
            List<StepReference> steps) {
        Partition partition = Partition.stratified(
                labels,
                classes.size(),
                options.number(CommonOptions.VALIDATION),
                0,
                options.integer(CommonOptions.SEED));
        Stage stage = new Stage(
                content,
                Targets.classes(classes),
                train.choose(partition.train()),
                train.choose(partition.validation()),
                test);
        return new RawDataset(descriptor, stage, steps);
    }
}
