package org.vitrine.worker.compile;

import java.util.SplittableRandom;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Examples that no data set holds, of the shape of one. */
final class RandomBatch {
    private RandomBatch() {}

    static Batch of(DataSpec data, int examples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor inputs = Tensor.zeros(LayerCase.shape(data.input(), examples));
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = data.input() instanceof Tokens tokens
                    ? random.nextInt(1, (int) tokens.vocabulary())
                    : (float) random.nextDouble();
        }
        return new Batch(inputs, targets(data.target(), examples, random), null);
    }

    private static Tensor targets(Target target, int examples, SplittableRandom random) {
        Tensor targets =
                switch (target.kind()) {
                    case CLASSES -> Tensor.zeros(examples);
                    case VALUES -> Tensor.zeros(examples, target.size());
                    case STEP_CLASSES, LABELS -> Tensor.zeros(examples, target.length());
                    case BOXES -> Tensor.zeros(examples, target.length(), 5);
                };
        for (int i = 0; i < targets.size(); i++) {
            targets.values()[i] = switch (target.kind()) {
                case VALUES -> (float) random.nextDouble();
                case BOXES -> i % 5 == 0 ? random.nextInt(target.size()) : (float) random.nextDouble(0.1, 0.9);
                default -> random.nextInt(target.size());
            };
        }
        return targets;
    }
}
