package org.vitrine.app.explain.live;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vitrine.app.shared.RelevanceTables;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
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
            return new TokensFigure(seen.answer().words(), ofWords(seen), signed, seen.unknown());
        }
        Optional<Tensor> image = presentation.image(seen.input());
        if (image.isPresent()) {
            HeatmapFigure map =
                    new HeatmapFigure(Raster.of(image.get()), seen.relevance().map(of -> over(of, signed)), OPACITY);
            return mark(seen, model)
                    .<Figure>map(mark -> new MarkedMap(map, mark))
                    .orElse(map);
        }
        List<String> names = names(seen, presentation);
        return new BarsFigure(names, relevance(seen, names.size()), false, -1);
    }

    /** The part of a picture whose scores are explained. */
    static Optional<Rectangle2D> mark(Seen seen, LiveViewModel.Model model) {
        OptionalInt place = seen.answer().place();
        return place.isEmpty() ? Optional.empty() : model.places().flatMap(of -> of.area(place.getAsInt()));
    }

    /** Relevance of a picture that is read column by column lies over whole columns. */
    private static Relevance over(Tensor map, boolean signed) {
        return map.shape().length == 1 ? new Relevance(1, map.size(), map.values(), signed) : Relevance.of(map, signed);
    }

    private static List<String> names(Seen seen, Presentation presentation) {
        int size = seen.relevance().map(Tensor::size).orElse(seen.input().size());
        List<String> names = presentation.columnNames();
        return names.size() == size
                ? names
                : IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }

    /** Between a source and what is written of it may be padding. */
    private static List<Double> ofWords(Seen seen) {
        float[] ids = seen.input().values();
        int[] real = IntStream.range(0, ids.length)
                .filter(step -> ids[step] != Vocabulary.PADDING)
                .toArray();
        int words = seen.answer().words().size();
        return real.length == words
                ? seen.relevance()
                        .map(map -> IntStream.of(real)
                                .mapToObj(step -> (double) map.values()[step])
                                .toList())
                        .orElse(List.of())
                : relevance(seen, words);
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
        return RelevanceTables.of(
                seen.relevance().orElse(Tensor.zeros(0)),
                seen.answer().words(),
                names(seen, model.dataset().presentation()));
    }
}
