package org.vitrine.graph.edit;

import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;

/** Changes the training settings. */
public record ChangeTraining(TrainingSettings training) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return document.withTraining(training);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(TrainingSettings.class);
    }
}
