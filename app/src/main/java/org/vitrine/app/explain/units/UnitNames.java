package org.vitrine.app.explain.units;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.TripletOutput;

/** What the units of an output stand for. */
final class UnitNames {
    private UnitNames() {}

    /**
     * Names of an output's units, in their order; empty where they stand for nothing that has a name.
     *
     * @param targets names of the classes, labels or values
     */
    static List<String> of(LayerSpec output, List<String> targets) {
        if (output instanceof ReconstructionOutput || output instanceof TripletOutput) {
            return List.of();
        }
        if (output instanceof DetectionOutput) {
            Stream<String> box =
                    Stream.of("object", "x", "y", "width", "height").map(of -> Texts.get("units.box." + of));
            return Stream.concat(box, targets.stream()).toList();
        }
        return output instanceof CtcOutput
                ? Stream.concat(targets.stream(), Stream.of(Texts.get("units.blank")))
                        .toList()
                : targets;
    }
}
