package org.vitrine.runs.testing;

import java.util.Map;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

/** Documents for tests. */
public final class Documents {
    private Documents() {}

    public static GraphDocument titled(String title) {
        return new GraphDocument(
                title, "", DataReference.of("iris"), ModelGraph.EMPTY, Map.of(), TrainingSettings.DEFAULT);
    }
}
