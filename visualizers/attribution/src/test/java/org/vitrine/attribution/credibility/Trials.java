package org.vitrine.attribution.credibility;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Tensor;

/** Short ways to explanations that are to be judged. */
final class Trials {
    private Trials() {}

    static Trial of(
            DifferentiableModel model, Tensor input, AttributionMethod method, @Nullable RandomisedModels random) {
        return of(model, input, null, method, random);
    }

    static Trial of(
            DifferentiableModel model,
            Tensor input,
            @Nullable Tensor mask,
            AttributionMethod method,
            @Nullable RandomisedModels random) {
        return Trial.of(
                model,
                input,
                mask,
                0,
                Readout.SCORE,
                method,
                AttributionOptions.DEFAULT,
                List.of(),
                Optional.ofNullable(random),
                Effort.DEFAULT);
    }

    static AttributionMethod method(String id) {
        return AttributionMethods.byId(id).orElseThrow();
    }

    /** A method that says what is given, with its sign. */
    static AttributionMethod saying(BiFunction<DifferentiableModel, Tensor, float[]> map) {
        return new AttributionMethod() {
            @Override
            public String id() {
                return "hand-made";
            }

            @Override
            public MethodFamily family() {
                return MethodFamily.GRADIENTS;
            }

            @Override
            public Attribution attribute(
                    DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
                int[] one = new int[input.shape().length + 1];
                one[0] = 1;
                System.arraycopy(input.shape(), 0, one, 1, input.shape().length);
                double score = model.scores(input.reshape(one)).values()[target];
                return new Attribution(
                        new Tensor(input.shape(), map.apply(model, input)), score, true, OptionalDouble.empty());
            }
        };
    }

    static RandomisedModels random(DifferentiableModel... models) {
        return new RandomisedModels() {
            @Override
            public List<String> layers() {
                return List.of("output");
            }

            @Override
            public DifferentiableModel randomised(int count, long seed) {
                return models[(int) (seed % models.length)];
            }
        };
    }
}
