package org.vitrine.app.words;

import java.util.Map;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.store.WordSettings;

/** All that is to be known to train vectors of words. */
public record WordPlan(WordSettings settings, int epochs, double rate, long seed) {
    public static final WordPlan DEFAULT = new WordPlan(WordSettings.DEFAULT, 10, 0.025, 42);

    /** The document of such a run, which has no graph. */
    public GraphDocument document(String title, DataReference data) {
        TrainingSettings training = Parameters.with(
                Parameters.with(Parameters.with(TrainingSettings.DEFAULT, "epochs", epochs), "learningRate", rate),
                "seed",
                seed);
        return new GraphDocument(title, "", data, ModelGraph.EMPTY, Map.of(), training);
    }
}
