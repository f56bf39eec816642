package org.vitrine.editor.palette;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.SpecTexts;

/** Finds layers by title, type and summary. */
public final class PaletteSearch {
    /** A hit in the summary comes after all hits in names. */
    private static final int SUMMARY = 100;

    private record Hit(LayerSpec layer, int score) {}

    private PaletteSearch() {}

    /** The layers that fit, in their order; with a query, the best first. */
    static List<LayerSpec> find(String query, List<LayerSpec> layers) {
        if (query.isBlank()) {
            return layers;
        }
        return layers.stream()
                .map(layer -> new Hit(layer, scoreOf(query, layer)))
                .filter(hit -> hit.score() < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Hit::score))
                .map(Hit::layer)
                .toList();
    }

    /** How well a layer fits what was typed: 0 is best; empty if it does not. */
    public static OptionalInt score(String query, LayerSpec layer) {
        int score = scoreOf(query, layer);
        return score == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(score);
    }

    private static int scoreOf(String query, LayerSpec layer) {
        int name = Stream.of(SpecTexts.title(layer), layer.type())
                .map(text -> FuzzyMatch.score(query, text))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min()
                .orElse(Integer.MAX_VALUE);
        OptionalInt summary = FuzzyMatch.score(query, SpecTexts.summary(layer));
        // Scattered letters prove nothing in a long text.
        int text = summary.isPresent() && summary.getAsInt() < 4 ? SUMMARY + summary.getAsInt() : Integer.MAX_VALUE;
        return Math.min(name, text);
    }
}
