package org.vitrine.datasets;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.Target;

/**
 * What is to be predicted.
 *
 * @param target empty as long as no step has made targets out of the input
 * @param names class names by class index, or the names of the target values
 * @param scales for value targets the scale that gives raw units back; empty for classes
 */
public record Targets(Optional<Target> target, List<String> names, List<Scale> scales) {
    public static final Targets NONE = new Targets(Optional.empty(), List.of(), List.of());

    public Targets {
        names = List.copyOf(names);
        scales = List.copyOf(scales);
    }

    public static Targets classes(List<String> names) {
        return new Targets(Optional.of(Target.classes(names.size())), names, List.of());
    }

    /** Values in raw units. */
    public static Targets values(List<String> names) {
        return new Targets(
                Optional.of(Target.values(names.size())),
                names,
                names.stream().map(name -> Scale.IDENTITY).toList());
    }

    public static Targets of(Target target, List<String> names) {
        return new Targets(Optional.of(target), names, List.of());
    }
}
