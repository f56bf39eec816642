package org.vitrine.app.explain.live;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.Places.Kind;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.graph.shape.Tokens;

/**
 * The places that a model scores, in words and on its inputs. Places are counted from 0, but told from 1.
 *
 * @param dataset that the model was trained with
 */
public record LivePlaces(Places places, Dataset dataset) {

    /** Names of the axes, in order. */
    List<String> axes() {
        int axes = places.axes().size();
        boolean picture = isPicture();
        return switch (places.kind()) {
            case STEP -> names("step");
            case PIXEL, CELL -> names("row", "column");
            case COORDINATE -> names("coordinate");
            case VALUE -> {
                if (axes == 3) {
                    yield names("channel", "row", "column");
                }
                yield axes == 1 ? names("value") : picture ? names("row", "column") : names("column", "step");
            }
        };
    }

    private static List<String> names(String... keys) {
        return java.util.Arrays.stream(keys)
                .map(key -> Texts.get("live.axis." + key))
                .toList();
    }

    private boolean isPicture() {
        return dataset.presentation() instanceof Presentation.Picture;
    }

    /** A place in words: step 5 "e", row 3, column 4. */
    String text(int place, Seen seen) {
        int[] position = places.position(place);
        List<String> parts = new ArrayList<>();
        List<String> axes = axes();
        for (int axis = 0; axis < position.length; axis++) {
            // Of one channel there is nothing to tell.
            if (places.axes().get(axis) > 1 || position.length == 1) {
                parts.add(Texts.format("live.axis.at", axes.get(axis), position[axis] + 1));
            }
        }
        Optional<String> name = word(place, seen).or(() -> column(position));
        // A model that writes reads a token at a step, and tells the one behind it.
        String key = dataset.spec().targetsTokens() ? "live.place.behind" : "live.place.word";
        return String.join(", ", parts)
                + name.map(word -> Texts.format(key, word)).orElse("");
    }

    /** The name of a value that is given back. */
    private Optional<String> column(int[] position) {
        List<String> names = dataset.presentation().columnNames();
        return places.kind() == Kind.VALUE && !isPicture() && position[0] < names.size()
                ? Optional.of(names.get(position[0]))
                : Optional.empty();
    }

    /** The word that a model reads at a place; empty where it reads none. */
    private Optional<String> word(int place, Seen seen) {
        int word = wordIndex(place, seen);
        List<String> words = seen.answer().words();
        return word < 0 || word >= words.size() ? Optional.empty() : Optional.of(words.get(word));
    }

    /** Which of the words is read at a place; -1 for none. */
    int wordIndex(int place, Seen seen) {
        if (places.kind() != Kind.STEP || !(dataset.spec().input() instanceof Tokens)) {
            return -1;
        }
        float[] ids = seen.input().values();
        long source = dataset.spec().sourceSteps();
        // Layers with strides leave fewer steps than there are words.
        int step = (int) (source + place * (ids.length - source) / places.count());
        if (ids[step] == Vocabulary.PADDING) {
            return -1;
        }
        int before = 0;
        for (int i = 0; i < step; i++) {
            before += ids[i] == Vocabulary.PADDING ? 0 : 1;
        }
        return before;
    }

    /** Where a place lies in pictures, as shares of their width and height; empty if it lies in none. */
    Optional<Rectangle2D> area(int place) {
        if (!isPicture() || places.kind() == Kind.COORDINATE) {
            return Optional.empty();
        }
        int[] position = places.position(place);
        int last = position.length - 1;
        double columns = places.axes().get(last);
        if (places.kind() == Kind.STEP) {
            return Optional.of(new Rectangle2D.Double(position[0] / columns, 0, 1 / columns, 1));
        }
        if (last == 0) {
            return Optional.empty();
        }
        double rows = places.axes().get(last - 1);
        return Optional.of(
                new Rectangle2D.Double(position[last] / columns, position[last - 1] / rows, 1 / columns, 1 / rows));
    }

    /**
     * The place at a point of a picture, as shares of its width and height, of the same channel as another place.
     *
     * @param now a place
     */
    int at(double x, double y, int now) {
        int[] position = places.position(now);
        int last = position.length - 1;
        position[last] = index(x, last);
        if (places.kind() != Kind.STEP) {
            position[last - 1] = index(y, last - 1);
        }
        return places.place(position);
    }

    private int index(double share, int axis) {
        int length = places.axes().get(axis);
        return Math.max(0, Math.min(length - 1, (int) Math.floor(share * length)));
    }
}
