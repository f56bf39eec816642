package org.vitrine.datasets;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;

/**
 * A loaded data set.
 *
 * @param targetNames class names by class index, or the names of the target values
 * @param targetScales for value targets the scale that gives raw units back; empty for classes
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
        Fingerprint provenance) {
    public Dataset {
        targetNames = List.copyOf(targetNames);
        targetScales = List.copyOf(targetScales);
    }

    /** A data set whose fingerprint is that of the given parts. */
    public static Dataset of(
            DatasetDescriptor descriptor,
            DataSpec spec,
            Presentation presentation,
            List<String> targetNames,
            List<Scale> targetScales,
            Split train,
            Split validation,
            Split test) {
        Fingerprint fingerprint = new Fingerprint(spec, targetNames, List.of(train, validation, test));
        return new Dataset(
                descriptor, spec, presentation, targetNames, targetScales, train, validation, test, fingerprint);
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
