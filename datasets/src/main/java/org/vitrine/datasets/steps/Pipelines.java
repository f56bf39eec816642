package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.model.StepReference;

/** Takes a data set from what it is to what a network takes. */
public final class Pipelines {
    private Pipelines() {}

    /** Fits the given steps, or those that the data set proposes. */
    public static Dataset fit(RawDataset raw, Optional<List<StepReference>> steps) throws DatasetException {
        return fitted(raw, steps.orElse(raw.steps())).dataset();
    }

    /**
     * Fits steps one after the other, each on what the ones before it made of the training part.
     *
     * @throws DatasetException if a step does not fit, naming its place, or if the end is nothing that a network takes
     */
    public static FittedStages fitted(RawDataset raw, List<StepReference> steps) throws DatasetException {
        List<Stage> stages = new ArrayList<>();
        List<FittedStep> fitted = new ArrayList<>();
        Stage stage = raw.stage();
        stages.add(stage);
        for (int i = 0; i < steps.size(); i++) {
            Cancellation.check(raw.descriptor().id());
            StepReference reference = steps.get(i);
            Step step = Steps.byId(reference.step());
            String owner = "Step " + (i + 1) + " (" + step.id() + ")";
            Optional<String> misfit = step.misfit(stage.content(), stage.targets());
            if (misfit.isPresent()) {
                throw new DatasetException(owner + " does not fit here: " + misfit.get());
            }
            FittedStep next = step.fit(stage, Options.of(owner, step.options(), reference.options()));
            stage = Holding.after(next, Holding.before(next, stage).then(next));
            fitted.add(next);
            stages.add(stage);
        }
        return new FittedStages(raw, stages, fitted);
    }

    /** The data set with steps that were fitted before, such as those of a trained model. */
    public static Dataset applied(RawDataset raw, List<FittedStep> steps) throws DatasetException {
        List<Stage> stages = new ArrayList<>(List.of(raw.stage()));
        Stage stage = raw.stage();
        for (FittedStep step : steps) {
            Cancellation.check(raw.descriptor().id());
            stage = Holding.after(step, Holding.before(step, stage).then(step));
            stages.add(stage);
        }
        return new FittedStages(raw, stages, steps).dataset();
    }

    /**
     * The stages of one data set.
     *
     * @param stages the raw one first, then one after each step
     */
    public record FittedStages(RawDataset raw, List<Stage> stages, List<FittedStep> steps) {
        public FittedStages {
            stages = List.copyOf(stages);
            steps = List.copyOf(steps);
        }

        /**
         * The data set at the end.
         *
         * @throws DatasetException if the last stage is nothing that a network takes
         */
        public Dataset dataset() throws DatasetException {
            Stage last = stages.get(stages.size() - 1);
            String id = raw.descriptor().id();
            if (!(last.content() instanceof Content.Ready)) {
                throw new DatasetException("After its steps, data set " + id + " is still "
                        + last.content().text() + "; a network takes numbers. Add a step that makes numbers of it"
                        + " (restore the proposed steps, if unsure).");
            }
            if (last.targets().target().isEmpty()) {
                throw new DatasetException("After its steps, data set " + id
                        + " has nothing to predict. Add a step that makes targets, such as windows.");
            }
            return Dataset.of(raw.descriptor(), last, new Pipeline(raw.stage().content(), steps));
        }
    }
}
