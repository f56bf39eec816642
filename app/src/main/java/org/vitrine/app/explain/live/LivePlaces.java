package org.vitrine.app.explain.live;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.Places.Kind;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.shape.Tokens;

/**
 * The places that a model scores, on what it is given by hand.
 *
 * @param dataset that the model was trained with
 */
public record LivePlaces(PlaceNames names, Dataset dataset) {

    Places places() {
        return names.places();
    }

    /** A place in words, counted from 1, with the word that is read there: step 5 "e". */
    String text(int place, Seen seen) {
        // A model that writes reads a token at a step, and tells the one behind it.
        String key = dataset.spec().targetsTokens() ? "live.place.behind" : "live.place.word";
        int word = wordIndex(place, seen);
        List<String> words = seen.answer().words();
        return names.where(place) + (word < 0 || word >= words.size() ? "" : Texts.format(key, words.get(word)));
    }

    /** Which of the words is read at a place; -1 for none. */
    int wordIndex(int place, Seen seen) {
        if (places().kind() != Kind.STEP || !(dataset.spec().input() instanceof Tokens)) {
            return -1;
        }
        return WordSteps.word(seen.input(), names.step(place, seen.input().size()));
    }

    /** Where a place lies in pictures, as shares of their width and height; empty if it lies in none. */
    Optional<Rectangle2D> area(int place) {
        return names.region(place)
                .map(part -> new Rectangle2D.Double(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight()));
    }
}
