package org.vitrine.app.explain.inside;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.parameter.SpecTexts;

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

    /** What a layer is, and the shape of what leaves it. */
    static String kind(Node layer, Tensor values) {
        return SpecTexts.title(layer.layer())
                + " \u00b7 "
                + Arrays.stream(values.shape()).mapToObj(String::valueOf).collect(Collectors.joining(" \u00d7 "));
    }

    /** What the number is in the data. */
    static String meaning(Opened.Meaning meaning) {
        String value = Numbers.significant(meaning.value(), 4);
        return meaning.name().isEmpty()
                ? Texts.format("inside.meaning", value)
                : Texts.format("inside.meaning.named", meaning.name(), value);
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
