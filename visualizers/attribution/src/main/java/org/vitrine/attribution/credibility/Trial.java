package org.vitrine.attribution.credibility;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Reductions;
import org.vitrine.datasets.Tensor;

/**
 * An explanation before the judges: what was explained, how, and all that is needed to doubt it.
 *
 * @param input [...input shape]
 * @param mask [time], 1 where a step is real; null if nothing is padded
 * @param options of the method, its baseline among them; their progress is told too while the explanation is judged
 * @param others methods whose maps can be compared with this one's
 * @param randomised the same model with random parameters; empty if there is none
 * @param explained what the method said
 */
public record Trial(
        DifferentiableModel model,
        Tensor input,
        @Nullable Tensor mask,
        int target,
        Readout readout,
        AttributionMethod method,
        AttributionOptions options,
        List<AttributionMethod> others,
        Optional<RandomisedModels> randomised,
        Effort effort,
        Attribution explained) {
    public Trial {
        others = List.copyOf(others);
    }

    /** Explains the input, so that it can be judged. */
    public static Trial of(
            DifferentiableModel model,
            Tensor input,
            @Nullable Tensor mask,
            int target,
            Readout readout,
            AttributionMethod method,
            AttributionOptions options,
            List<AttributionMethod> others,
            Optional<RandomisedModels> randomised,
            Effort effort) {
        Attribution explained = method.attribute(model, input, target, options);
        return new Trial(model, input, mask, target, readout, method, options, others, randomised, effort, explained);
    }

    Places places() {
        return Places.of(input.shape(), mask);
    }

    /** What people see of the explanation: one relevance per place. */
    float[] relevance() {
        return perPlace(method, explained);
    }

    /** The same of another method, model or input. */
    float[] relevance(AttributionMethod by, DifferentiableModel of, Tensor at) {
        return perPlace(by, by.attribute(of, at, target, options));
    }

    /** Whether the sign of {@link #relevance()} tells for and against. */
    boolean isSigned() {
        return Reductions.perPlace(method, explained, mask).signed();
    }

    /**
     * How important each place is: contributions by what they add to the score, sensitivities and maps without a sign by their
     * size.
     */
    float[] importance() {
        float[] relevance = relevance();
        return isSigned() && !method.isSensitivity() ? relevance : Statistics.sizes(relevance);
    }

    /** What places become when they are taken away: the mean of the method's baselines. */
    float[] baseline() {
        List<float[]> baselines = Baselines.of(input, options);
        float[] mean = new float[input.size()];
        for (float[] one : baselines) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / baselines.size();
            }
        }
        return mean;
    }

    private float[] perPlace(AttributionMethod by, Attribution found) {
        return Reductions.perPlace(by, found, mask).relevance().values();
    }
}
