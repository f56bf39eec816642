package org.vitrine.datasets;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.graph.shape.DataSpec;

/**
 * A loaded data set.
 *
 * @param targetNames class names by class index, or the names of the target values
 * @param targetScales for value targets the scale that gives raw units back; empty for classes
 * @param pipeline makes inputs of this data set out of new ones
 * @param provenance tells the fingerprint
 */
public record Dataset(
        DatasetDescriptor descriptor,
        DataSpec spec,
        Presentation presentation,
        List<String> targetNames,
        List<Scale> targetScales,
        Split train,
        Split validation,
        Split test,
        Pipeline pipeline,
        Fingerprint provenance) {
    public Dataset {
        targetNames = List.copyOf(targetNames);
        targetScales = List.copyOf(targetScales);
    }

    /** A data set as it is, without steps. */
    public static Dataset of(
            DatasetDescriptor descriptor,
            DataSpec spec,
            Presentation presentation,
            List<String> targetNames,
            List<Scale> targetScales,
            Split train,
            Split validation,
            Split test) {
        RawDataset raw =
                RawDataset.ready(descriptor, spec, presentation, targetNames, targetScales, train, validation, test);
        return of(descriptor, raw.stage(), new Pipeline(raw.stage().content(), List.of()));
    }

    /**
     * The end of a pipeline. Parts that memory can hold are made now, others when they are asked for.
     *
     * @param ready holds numbers and targets
     */
    public static Dataset of(DatasetDescriptor descriptor, Stage ready, Pipeline pipeline) {
        if (!(ready.content() instanceof Content.Ready content)) {
            throw new IllegalArgumentException(
                    "Not for a network: " + ready.content().text());
        }
        DataSpec spec = new DataSpec(content.shape(), ready.targets().target().orElseThrow());
        boolean fits = Stream.of(ready.train(), ready.validation(), ready.test())
                        .mapToLong(ExampleSplit::bytes)
                        .sum()
                <= Runtime.getRuntime().maxMemory() / 4;
        boolean random = pipeline.steps().stream().anyMatch(FittedStep::isRandom);
        Split train = split(ready.train(), fits && !random);
        Split validation = split(ready.validation(), fits);
        Split test = split(ready.test(), fits);
        return new Dataset(
                descriptor,
                spec,
                content.presentation(),
                ready.targets().names(),
                ready.targets().scales(),
                train,
                validation,
                test,
                pipeline,
                new Fingerprint(spec, ready.targets().names(), List.of(train, validation, test)));
    }

    private static Split split(Examples examples, boolean held) {
        return held ? ExampleSplit.inMemory(examples) : ExampleSplit.of(examples);
    }

    /** SHA-256 over the spec and all parts, in hex: provenance for runs. Takes up to a second when it is first asked for. */
    public String fingerprint() {
        return provenance.text();
    }

    public Split part(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
