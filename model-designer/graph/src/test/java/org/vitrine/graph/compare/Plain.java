package org.vitrine.graph.compare;

import java.util.Map;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

/** Documents with nothing but a graph. */
final class Plain {
    private Plain() {}

    static GraphDocument document(ModelGraph graph) {
        return new GraphDocument("plain", "", DataReference.of("iris"), graph, Map.of(), TrainingSettings.DEFAULT);
    }
}
