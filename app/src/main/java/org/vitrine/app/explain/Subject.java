package org.vitrine.app.explain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;

/**
 * A trained model with the data it was tested on.
 *
 * @param directory the run directory, against which relevance files resolve
 * @param places that it scores; empty if it scores examples as a whole
 */
public record Subject(
        String title, Path directory, Dataset dataset, TestEvaluation evaluation, Optional<PlaceNames> places) {

    /** Names of what can be explained: classes, labels or values. */
    public List<String> scores() {
        return places.map(PlaceNames::scores).orElse(dataset.targetNames());
    }
}
