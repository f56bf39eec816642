package org.vitrine.datasets.steps;

import org.vitrine.datasets.Content;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Value;

/** A fitted step that changes one input at a time, always in the same way. */
interface ValueStep extends FittedStep {
    Value change(Value value, Content content);

    @Override
    default Examples apply(Content content, Examples before) {
        return before.map((example, draw) -> example.with(change(example.value(), content)));
    }
}
