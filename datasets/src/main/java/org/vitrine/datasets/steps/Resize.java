package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.read.AxisWeights;

/** Scales pictures to one size: averages over areas when they shrink, goes linearly between pixels when they grow. */
public final class Resize extends PictureStep {
    Resize() {
        super("resize", false);
    }

    @Override
    public List<DatasetOption> options() {
        return sizes(32);
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.integer(HEIGHT), options.integer(WIDTH));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** The size. */
    public record Fitted(int height, int width) implements ValueStep {
        @Override
        public Content content(Content before) {
            return sized(before, image(before).channels(), height, width);
        }

        @Override
        public Value change(Value value, Content content) {
            Value.Numbers numbers = (Value.Numbers) value;
            int[] shape = numbers.tensor().shape();
            AxisWeights down = new AxisWeights(shape[1], 0, shape[1], height);
            AxisWeights across = new AxisWeights(shape[2], 0, shape[2], width);
            float[] wide = new float[shape[0] * shape[1] * width];
            weigh(numbers.tensor().values(), across, shape[0] * shape[1], shape[2], 1, wide);
            float[] done = new float[shape[0] * height * width];
            weigh(wide, down, shape[0], shape[1], width, done);
            return numbers.with(Tensor.of(done, shape[0], height, width));
        }

        /** Along the middle axis of [outer, length, inner]. */
        private static void weigh(float[] from, AxisWeights weights, int outer, int length, int inner, float[] to) {
            for (int o = 0; o < outer; o++) {
                for (int out = 0; out < weights.outputs(); out++) {
                    float[] shares = weights.weights(out);
                    int target = (o * weights.outputs() + out) * inner;
                    for (int k = 0; k < shares.length; k++) {
                        int source = (o * length + weights.first(out) + k) * inner;
                        for (int i = 0; i < inner; i++) {
                            to[target + i] += shares[k] * from[source + i];
                        }
                    }
                }
            }
        }
    }
}
