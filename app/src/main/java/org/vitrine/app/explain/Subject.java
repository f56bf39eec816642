package org.vitrine.app.explain;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;

/**
 * A trained model with the data it was tested on.
 *
 * @param directory the run directory, against which relevance files resolve
 * @param refusal why no method can explain it; empty if some may
 */
public record Subject(
        String title, Path directory, Dataset dataset, TestEvaluation evaluation, Optional<String> refusal) {}
