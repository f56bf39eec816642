package org.vitrine.app.explain.live;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vitrine.app.shared.RelevanceTables;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;

/** Figures and tables of what a model makes of an input. */
final class LiveMaps {
    private static final double OPACITY = 0.65;

    private LiveMaps() {}

    /** Why: over the picture, under the words, or beside the columns. */
    static Figure map(Seen seen, LiveViewModel.Model model) {
        Presentation presentation = model.dataset().presentation();
        boolean signed = seen.answer().signed();
        if (!seen.answer().words().isEmpty()) {
            return new TokensFigure(seen.answer().words(), ofWords(seen), signed, seen.unknown(), word(seen, model));
        }
        Optional<Tensor> image = presentation.image(seen.input());
        if (image.isPresent()) {
            return new HeatmapFigure(
                    Raster.of(image.get()),
                    seen.relevance().map(of -> Relevance.of(of, signed)),
                    OPACITY,
                    mark(seen, model));
        }
        List<String> names = names(seen, presentation);
        return new BarsFigure(names, relevance(seen, names.size()), false, -1);
    }

    /** The part of a picture whose scores are explained. */
    static Optional<Rectangle2D> mark(Seen seen, LiveViewModel.Model model) {
        OptionalInt place = seen.answer().place();
        return place.isEmpty() ? Optional.empty() : model.places().flatMap(of -> of.area(place.getAsInt()));
    }

    private static List<String> names(Seen seen, Presentation presentation) {
        int size = seen.relevance().map(Tensor::size).orElse(seen.input().size());
        List<String> names = presentation.columnNames();
        return names.size() == size
                ? names
                : IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }

    private static List<Double> ofWords(Seen seen) {
        int words = seen.answer().words().size();
        return seen.relevance()
                .map(map -> WordSteps.values(seen.input(), map, words))
                .map(values -> IntStream.range(0, words)
                        .mapToObj(i -> (double) values[i])
                        .toList())
                .orElse(List.of());
    }

    /** The word that is read at the place whose scores are explained. */
    private static OptionalInt word(Seen seen, LiveViewModel.Model model) {
        OptionalInt place = seen.answer().place();
        int word = place.isEmpty()
                ? -1
                : model.places().map(of -> of.wordIndex(place.getAsInt(), seen)).orElse(-1);
        return word < 0 ? OptionalInt.empty() : OptionalInt.of(word);
    }

    /** Padding has no relevance; empty if no map was asked for. */
    private static List<Double> relevance(Seen seen, int count) {
        return seen.relevance()
                .map(map -> IntStream.range(0, count)
                        .mapToObj(i -> (double) map.values()[i])
                        .toList())
                .orElse(List.of());
    }

    static Table table(Seen seen, LiveViewModel.Model model) {
        List<String> words = seen.answer().words();
        return RelevanceTables.of(
                seen.relevance()
                        .map(map -> words.isEmpty()
                                ? map
                                : Tensor.of(WordSteps.values(seen.input(), map, words.size()), words.size()))
                        .orElse(Tensor.zeros(0)),
                words,
                names(seen, model.dataset().presentation()));
    }
}
