package org.vitrine.app.explain.effects;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.effects.Division;
import org.vitrine.attribution.effects.Effects;
import org.vitrine.attribution.effects.InputColumn;
import org.vitrine.attribution.effects.InputColumns;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.layer.Metric;
import org.vitrine.graph.model.ModelGraph;

/**
 * A trained model and the data that it can be asked about.
 *
 * @param directory of its run, against which files of answers resolve
 * @param graph flat
 */
public record EffectSubject(Path directory, ModelGraph graph, Dataset data) {

    /** Why no part of the inputs can be permuted; empty if some can. */
    public Optional<String> importanceRefusal() {
        return Effects.importanceRefusal(facts(), data);
    }

    /** Why no column can be varied; empty if one can. */
    public Optional<String> dependenceRefusal() {
        return Effects.dependenceRefusal(facts(), data);
    }

    private ModelFacts facts() {
        return new ModelFacts(graph, data.spec());
    }

    /** The ways to divide inputs, the usual one first. */
    public List<Division> divisions() {
        return InputParts.divisions(data);
    }

    /** Names of the columns that can be varied. */
    public List<String> columns() {
        return InputColumns.of(data).stream().map(InputColumn::name).toList();
    }

    /** What the model is judged by. */
    public Metric metric() {
        return graph.metric().orElse(Metric.ACCURACY);
    }

    /** Whether answers are probabilities of classes, rather than values. */
    public boolean classes() {
        return data.targetScales().isEmpty();
    }
}
