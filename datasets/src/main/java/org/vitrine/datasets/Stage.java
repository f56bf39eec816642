package org.vitrine.datasets;

import java.util.function.UnaryOperator;

/** A data set between two steps. */
public record Stage(Content content, Targets targets, Examples train, Examples validation, Examples test) {

    public Examples part(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The data set after a step. */
    public Stage then(FittedStep step) {
        return new Stage(
                step.content(content),
                step.targets(content, targets),
                step.apply(content, train),
                step.apply(content, validation),
                step.apply(content, test));
    }

    /** The same with other containers for the examples of each part. */
    public Stage with(UnaryOperator<Examples> container) {
        return new Stage(content, targets, container.apply(train), container.apply(validation), container.apply(test));
    }
}
