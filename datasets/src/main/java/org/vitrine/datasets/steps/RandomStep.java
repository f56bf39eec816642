package org.vitrine.datasets.steps;

import org.vitrine.datasets.Content;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value.Numbers;
import org.vitrine.datasets.random.Draw;

/** A fitted step that changes pictures, sounds or series at random while training, and leaves all others alone. */
interface RandomStep extends FittedStep {
    Tensor change(Tensor tensor, Draw draw);

    @Override
    default Content content(Content before) {
        return before;
    }

    @Override
    default Examples apply(Content content, Examples before) {
        return before.map((example, draw) -> {
            Numbers numbers = example.numbers();
            return draw == null ? example : example.with(numbers.with(change(numbers.tensor(), draw)));
        });
    }

    @Override
    default boolean isRandom() {
        return true;
    }
}
