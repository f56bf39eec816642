package org.vitrine.graph.analysis;

import java.util.List;
import org.vitrine.graph.edit.GraphEdit;

/** An edit that may solve a problem; it becomes a {@link Fix} once it was tried. The key names its text. */
record Remedy(String key, List<Object> arguments, GraphEdit edit) {

    static Remedy of(String key, GraphEdit edit, Object... arguments) {
        return new Remedy(key, List.of(arguments), edit);
    }

    String text() {
        return ProblemTexts.of(key, arguments);
    }
}
