package org.vitrine.app.data.preview;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.steps.Pipelines;
import org.vitrine.datasets.steps.Pipelines.FittedStages;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

/**
 * A data set that is looked at: as it is, and after each of its steps.
 *
 * @param preview what is shown of its examples as they are
 * @param steps what is done to it, in order
 * @param stages the raw one first, then one after each step that could be taken
 * @param dataset what a network gets; empty if a step does not fit, or numbers are not yet made
 * @param problem why there is no data set; else empty
 */
public record Look(
        DataReference reference,
        RawDataset raw,
        Summary summary,
        Preview preview,
        List<StepReference> steps,
        List<Stage> stages,
        Optional<Dataset> dataset,
        String problem) {
    public Look {
        steps = List.copyOf(steps);
        stages = List.copyOf(stages);
    }

    /**
     * Reads the data set and takes its steps; of steps that do not fit, those before them.
     *
     * @param before what was looked at last: it is not read again if only its steps changed
     * @throws DatasetException if it can not be read at all
     */
    public static Look at(DatasetCatalogue catalogue, DataReference reference, Optional<Look> before)
            throws DatasetException {
        Optional<Look> same = before.filter(last -> last.reference.dataset().equals(reference.dataset())
                && last.reference.options().equals(reference.options()));
        RawDataset raw = same.isPresent() ? same.get().raw : catalogue.raw(reference);
        Summary summary = same.isPresent()
                ? same.get().summary
                : Summary.of(raw.stage(), raw.descriptor().id());
        Preview preview = same.isPresent()
                ? same.get().preview
                : Preview.of(raw.stage(), summary, raw.descriptor().id());
        List<StepReference> steps = reference.steps().orElse(raw.steps());
        try {
            FittedStages fitted = Pipelines.fitted(raw, steps);
            try {
                return new Look(
                        reference, raw, summary, preview, steps, fitted.stages(), Optional.of(fitted.dataset()), "");
            } catch (DatasetException e) {
                return new Look(reference, raw, summary, preview, steps, fitted.stages(), Optional.empty(), message(e));
            }
        } catch (DatasetException e) {
            Cancellation.check(raw.descriptor().id());
            return new Look(reference, raw, summary, preview, steps, fitting(raw, steps), Optional.empty(), message(e));
        }
    }

    private static List<Stage> fitting(RawDataset raw, List<StepReference> steps) {
        if (steps.size() < 2) {
            return List.of(raw.stage());
        }
        List<StepReference> fewer = steps.subList(0, steps.size() - 1);
        try {
            return Pipelines.fitted(raw, fewer).stages();
        } catch (DatasetException e) {
            // The step at fault stands further in front.
            return fitting(raw, fewer);
        }
    }

    private static String message(DatasetException failure) {
        return String.valueOf(failure.getMessage());
    }
}
