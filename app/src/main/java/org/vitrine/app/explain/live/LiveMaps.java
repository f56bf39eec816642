package org.vitrine.app.explain.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.app.shared.RelevanceTables;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.format.Numbers;
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
            return new TokensFigure(
                    seen.answer().words(), relevance(seen, seen.answer().words().size()), signed, seen.unknown());
        }
        Optional<Tensor> image = presentation.image(seen.input());
        if (image.isPresent()) {
            return new HeatmapFigure(Raster.of(image.get()), seen.relevance().map(map -> over(map, signed)), OPACITY);
        }
        List<String> names = names(seen, presentation);
        return new BarsFigure(names, relevance(seen, names.size()), false, -1);
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

    /** Padding has no relevance; empty if no map was asked for. */
    private static List<Double> relevance(Seen seen, int count) {
        return seen.relevance()
                .map(map -> IntStream.range(0, count)
                        .mapToObj(i -> (double) map.values()[i])
                        .toList())
                .orElse(List.of());
    }

    /** What the model says. */
    static Figure outputs(Seen seen, LiveViewModel.Model model) {
        List<Double> outputs = seen.answer().outputs();
        if (model.classes()) {
            return new BarsFigure(model.names(), outputs, true, best(outputs));
        }
        List<List<String>> rows = IntStream.range(0, outputs.size())
                .mapToObj(i -> List.of(model.names().get(i), Numbers.value(outputs.get(i))))
                .toList();
        return new TableFigure(List.of("", Texts.get("live.value")), rows, List.of(0.6, 0.4), -1);
    }

    static int best(List<Double> outputs) {
        int best = 0;
        for (int i = 1; i < outputs.size(); i++) {
            best = outputs.get(i) > outputs.get(best) ? i : best;
        }
        return best;
    }

    static Table table(Seen seen, LiveViewModel.Model model) {
        return RelevanceTables.of(
                seen.relevance().orElse(Tensor.zeros(0)),
                seen.answer().words(),
                names(seen, model.dataset().presentation()));
    }

    static Table outputsTable(Seen seen, LiveViewModel.Model model) {
        List<Double> outputs = seen.answer().outputs();
        return new Table(
                List.of(Texts.get("live.output"), Texts.get("live.value")),
                outputs.size(),
                (row, column) -> column == 0 ? model.names().get(row) : (Object) outputs.get(row));
    }
}
