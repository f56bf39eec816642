package org.vitrine.datasets;

import java.util.List;

/**
 * Everything between an example as it is and the network, fitted: kept with a model, so that use can not differ from training.
 *
 * @param raw what an input is before the first step
 */
public record Pipeline(Content raw, List<FittedStep> steps) {
    public Pipeline {
        steps = List.copyOf(steps);
    }

    /** What the network gets. */
    public Content content() {
        Content content = raw;
        for (FittedStep step : steps) {
            content = step.content(content);
        }
        return content;
    }

    /** New inputs as the network takes them; a step such as {@code windows} may make none or several of one. */
    public Examples apply(Examples inputs) {
        Content content = raw;
        Examples examples = inputs;
        for (FittedStep step : steps) {
            examples = step.apply(content, examples);
            content = step.content(content);
        }
        return examples;
    }
}
