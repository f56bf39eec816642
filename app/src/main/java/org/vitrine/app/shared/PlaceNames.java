package org.vitrine.app.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.charts.format.Numbers;

/**
 * Steps, pixels, cells, values and coordinates that a model scores, in words.
 *
 * @param scores names of what is scored at a place: classes or labels, or one value
 */
public record PlaceNames(Places places, List<String> scores) {
    public PlaceNames {
        scores = List.copyOf(scores);
    }

    /** Those of a model; empty if it scores examples as a whole. */
    public static Optional<PlaceNames> of(ModelFacts model, List<String> targets) {
        return Places.of(model)
                .map(places -> new PlaceNames(
                        places,
                        places.scores(model, targets, Texts.get(places.single() ? "place.score" : "place.blank"))));
    }

    /** Where a place lies, such as "step 5" or "cell 3,4". */
    public String where(int place) {
        return Texts.format(
                "place." + places.kind().name().toLowerCase(Locale.ROOT), Places.text(places.position(place)));
    }

    /** Whether one of several classes or labels is told, and not a value. */
    public boolean classes() {
        return !places.single();
    }

    /** What is told at a place, such as "circle, 93 %" or a value. */
    public String says(List<Double> outputs, int target) {
        double told = outputs.get(target);
        return classes()
                ? Texts.format("place.says", scores.get(target), Numbers.percent(told))
                : Numbers.significant(told, 4);
    }

    /** What is true at a place. */
    public String truth(double truth) {
        return classes() ? scores.get((int) truth) : Numbers.significant(truth, 4);
    }
}
