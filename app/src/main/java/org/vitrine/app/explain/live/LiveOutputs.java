package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Strongest;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.Places.Kind;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.panel.Table;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.shape.Target;

/** What a model says: bars of its classes, its values, or what it gives back. */
final class LiveOutputs {
    private LiveOutputs() {}

    static Figure figure(Seen seen, LiveViewModel.Model model) {
        List<Double> outputs = seen.answer().outputs();
        if (!model.classes()) {
            Optional<Tensor> back = givenBack(seen, model);
            TableFigure values = values(seen, model, back);
            return back.flatMap(given -> model.dataset().presentation().image(given))
                    .<Figure>map(given -> new GivenBackFigure(values, Raster.of(given), LiveMaps.mark(seen, model)))
                    .orElse(values);
        }
        List<Integer> shown = shown(outputs);
        int best = best(outputs);
        return new BarsFigure(
                shown.stream().map(k -> Visible.name(model.names().get(k))).toList(),
                shown.stream().map(outputs::get).toList(),
                true,
                shown.indexOf(best));
    }

    /** The values that are told, and beside one that is given back the one that it is of. */
    private static TableFigure values(Seen seen, LiveViewModel.Model model, Optional<Tensor> back) {
        List<Double> outputs = seen.answer().outputs();
        OptionalInt place = seen.answer().place();
        List<List<String>> rows = new ArrayList<>();
        if (back.isPresent() && place.isPresent()) {
            rows.add(List.of(Texts.get("live.given"), Numbers.value(seen.input().values()[place.getAsInt()])));
        }
        for (int i = 0; i < outputs.size(); i++) {
            rows.add(List.of(model.names().get(i), Numbers.value(outputs.get(i))));
        }
        return new TableFigure(List.of("", Texts.get("live.value")), rows, List.of(0.6, 0.4), -1);
    }

    /** All that an autoencoder gives back, shaped as its input. */
    private static Optional<Tensor> givenBack(Seen seen, LiveViewModel.Model model) {
        boolean back =
                model.places().filter(of -> of.places().kind() == Kind.VALUE).isPresent();
        return seen.told()
                .filter(told -> back && told.size() == seen.input().size())
                .map(told -> told.reshape(seen.input().shape()));
    }

    /** The row of labels that is read along a strip: of each step the best, repeated ones once, without no label. */
    static Optional<String> read(Seen seen, LiveViewModel.Model model) {
        if (model.dataset().spec().target().kind() != Target.Kind.LABELS) {
            return Optional.empty();
        }
        return seen.told().map(told -> {
            List<String> row = new ArrayList<>();
            int none = model.names().size() - 1;
            int before = none;
            for (int step = 0; step < told.shape()[0]; step++) {
                float[] scores = told.row(step).values();
                int best = Float.isNaN(scores[0])
                        ? none
                        : best(IntStream.range(0, scores.length)
                                .mapToObj(k -> (double) scores[k])
                                .toList());
                if (best != none && best != before) {
                    row.add(model.names().get(best));
                }
                before = best;
            }
            return row.isEmpty() ? Texts.get("live.read.nothing") : Texts.format("live.read", String.join(" ", row));
        });
    }

    /** Indices of the classes whose bars are shown, from above. */
    static List<Integer> shown(List<Double> outputs) {
        return Strongest.of(outputs.size(), outputs::get);
    }

    static int best(List<Double> outputs) {
        int best = 0;
        for (int i = 1; i < outputs.size(); i++) {
            best = outputs.get(i) > outputs.get(best) ? i : best;
        }
        return best;
    }

    /** All of them, with their names. */
    static Table table(Seen seen, LiveViewModel.Model model) {
        List<Double> outputs = seen.answer().outputs();
        return new Table(
                List.of(Texts.get("live.output"), Texts.get("live.value")),
                outputs.size(),
                (row, column) -> column == 0 ? model.names().get(row) : (Object) outputs.get(row));
    }
}
