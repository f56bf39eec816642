package org.vitrine.graph;

import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** What data sets of the catalogue offer, for tests without the catalogue; the worker's tests see the real ones. */
public final class KnownData {
    private static final Map<String, DataSpec> SPECS = Map.ofEntries(
            Map.entry("mnist", new DataSpec(new Image(1, 28, 28), Target.classes(10))),
            Map.entry("fashion-mnist", new DataSpec(new Image(1, 28, 28), Target.classes(10))),
            Map.entry("digits", new DataSpec(new Image(1, 8, 8), Target.classes(10))),
            Map.entry("emoji", new DataSpec(new Image(3, 32, 32), Target.classes(10))),
            Map.entry("keywords", new DataSpec(new Image(1, 40, 65), Target.classes(20))),
            Map.entry("shapes", new DataSpec(new Image(3, 64, 64), Target.boxes(5, 3))),
            Map.entry("strangers", new DataSpec(new Image(3, 48, 48), Target.classes(100))),
            Map.entry("digit-strips", new DataSpec(new Sequence(8, 55), Target.labels(10, 5))),
            Map.entry("sentiment-sentences", new DataSpec(new Tokens(1729, 32), Target.classes(2))),
            Map.entry("word-classes", new DataSpec(new Tokens(53, 16), Target.stepClasses(8, 16))),
            Map.entry("token-order", new DataSpec(new Tokens(12, 16), Target.classes(2))),
            Map.entry("next-character", new DataSpec(new Tokens(60, 64), Target.stepClasses(60, 64))),
            Map.entry("dates", new DataSpec(new Tokens(42, 39), Target.stepClasses(42, 11))),
            Map.entry("ratings", new DataSpec(new Tokens(1002, 2), Target.values(1))),
            Map.entry("co2", new DataSpec(new Sequence(1, 24), Target.values(1))),
            Map.entry("sunspots", new DataSpec(new Sequence(1, 48), Target.values(1))),
            Map.entry("iris", new DataSpec(new Flat(4), Target.classes(3))),
            Map.entry("cars", new DataSpec(new Flat(9), Target.values(1))),
            Map.entry("breast-cancer", new DataSpec(new Flat(30), Target.classes(2))),
            Map.entry("spirals", new DataSpec(new Flat(2), Target.classes(2))),
            Map.entry("plane", new DataSpec(new Flat(2), Target.values(1))));

    private KnownData() {}

    /** What the data set offers; empty if it is not known here. */
    public static Optional<DataSpec> of(String dataset) {
        return Optional.ofNullable(SPECS.get(dataset));
    }
}
