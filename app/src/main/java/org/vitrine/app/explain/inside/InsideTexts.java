package org.vitrine.app.explain.inside;

import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;

/** Sentences of the page Inside. */
final class InsideTexts {
    private InsideTexts() {}

    /** The number that is looked at, and where it is. */
    static String value(InsideViewModel.Place place) {
        return Texts.format(
                "inside.value",
                place.node().value(),
                place.cell().toString(),
                Numbers.value(place.shown().value()));
    }

    /** What a step of training did to the loss. */
    static String loss(TriedStep step) {
        return Texts.format(
                "inside.step.loss",
                Numbers.value(step.lossBefore()),
                Numbers.value(step.lossAfter()),
                Numbers.value(step.learningRate()));
    }
}
