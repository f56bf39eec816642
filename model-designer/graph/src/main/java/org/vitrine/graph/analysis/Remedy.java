package org.vitrine.graph.analysis;

import java.util.List;
import org.vitrine.graph.edit.ChangeTraining;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InBlock;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.parameter.SpecTexts;

/** An edit that may solve a problem; it becomes a {@link Fix} once it was tried. The key names its text. */
record Remedy(String key, List<Object> arguments, GraphEdit edit) {

    static Remedy of(String key, GraphEdit edit, Object... arguments) {
        return new Remedy(key, List.of(arguments), edit);
    }

    /** Gives a parameter of a node another value. */
    static Remedy set(NodeId id, LayerSpec layer, String name, Object value) {
        return of(
                "fix.set",
                new ReplaceLayer(id, Parameters.with(layer, name, value)),
                SpecTexts.label(layer.getClass(), name),
                shown(value),
                id);
    }

    /** Gives a training setting another value. */
    static Remedy setTraining(TrainingSettings training, String name, Object value) {
        return of(
                "fix.set-training",
                new ChangeTraining(Parameters.with(training, name, value)),
                SpecTexts.label(TrainingSettings.class, name),
                shown(value));
    }

    /** The same inside of a block. */
    Remedy in(NodeId block) {
        return new Remedy(key, arguments, new InBlock(block, edit));
    }

    String text() {
        return ProblemTexts.of(key, arguments);
    }

    private static Object shown(Object value) {
        return value instanceof Number number ? SettingsChecks.plain(number.doubleValue()) : value;
    }
}
