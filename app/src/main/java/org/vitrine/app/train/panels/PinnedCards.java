package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.learning.PinnedFigure;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.watch.WatchRecord;

/** Answers on pinned examples as cards, with the examples themselves once the data are there. */
final class PinnedCards {
    private final Optional<Dataset> data;
    private final Optional<PlaceNames> places;
    private final List<WatchRecord.PinnedSeen> looks;

    /** @param places how they are called, where the model scores no example as a whole */
    PinnedCards(Optional<Dataset> data, Optional<PlaceNames> places, List<WatchRecord.PinnedSeen> looks) {
        this.data = data;
        this.places = places;
        this.looks = looks;
    }

    PinnedFigure.Card card(String name, WatchRecord.Answer answer, Tensor relevance, WatchRecord.PinnedSeen look) {
        Optional<Batch> example = data.filter(
                        set -> answer.example() < set.part(answer.part()).size())
                .map(set -> set.part(answer.part()).example(answer.example()));
        boolean classes = classes(answer);
        Optional<Integer> truth = truth(answer, classes, example);
        Optional<Raster> picture = example.flatMap(batch ->
                        data.orElseThrow().presentation().image(batch.inputs().row(0)))
                .filter(image -> image.shape()[0] == 1 || image.shape()[0] == 3)
                .map(Raster::of);
        List<WatchRecord.PinnedSeen> same =
                looks.stream().filter(other -> find(other, answer).isPresent()).toList();
        double[] history = same.stream()
                .mapToDouble(other -> value(find(other, answer).orElseThrow(), classes, truth))
                .toArray();
        return new PinnedFigure.Card(
                title(named(name, answer), answer, classes, truth, example),
                picture,
                picture.isPresent() ? List.of() : words(answer, relevance),
                Optional.of(map(relevance, answer.signed(), picture)),
                says(answer, classes),
                truth.map(known -> known == best(answer.outputs())),
                history,
                same.indexOf(look));
    }

    private boolean classes(WatchRecord.Answer answer) {
        return answer.place().isPresent()
                ? places.map(PlaceNames::classes).orElse(answer.outputs().size() > 1)
                : data.map(set -> set.spec().target().kind() == Target.Kind.CLASSES)
                        .orElse(answer.outputs().size() > 1);
    }

    /** The true class of the example, or at the place. */
    private static Optional<Integer> truth(WatchRecord.Answer answer, boolean classes, Optional<Batch> example) {
        if (!classes) {
            return Optional.empty();
        }
        if (answer.place().isPresent()) {
            return answer.truth().isPresent() ? Optional.of((int) answer.truth().getAsDouble()) : Optional.empty();
        }
        return example.map(batch -> (int) batch.targets().values()[0]);
    }

    /** With the place, if there is one. */
    private String named(String name, WatchRecord.Answer answer) {
        return answer.place().isEmpty()
                ? name
                : Texts.format(
                        "panel.pinned.at",
                        name,
                        places.map(known -> known.where(answer.place().getAsInt()))
                                .orElseGet(() -> Integer.toString(answer.place().getAsInt())));
    }

    private static Optional<WatchRecord.Answer> find(WatchRecord.PinnedSeen look, WatchRecord.Answer answer) {
        return look.answers().stream()
                .filter(other -> other.part() == answer.part() && other.example() == answer.example())
                .findFirst();
    }

    /** Probability of the true class, of the predicted one where the truth is not known, or the first value. */
    private static double value(WatchRecord.Answer answer, boolean classes, Optional<Integer> truth) {
        int index = classes ? truth.orElse(best(answer.outputs())) : 0;
        return index < answer.outputs().size() ? answer.outputs().get(index) : Double.NaN;
    }

    private static int best(List<Double> outputs) {
        return IntStream.range(0, outputs.size())
                .reduce((a, b) -> outputs.get(b) > outputs.get(a) ? b : a)
                .orElse(0);
    }

    private String title(
            String name, WatchRecord.Answer answer, boolean classes, Optional<Integer> truth, Optional<Batch> example) {
        if (classes) {
            return truth.map(known -> Texts.format("panel.pinned.truth", name, className(known)))
                    .orElse(name);
        }
        if (answer.place().isPresent()) {
            return answer.truth().isEmpty()
                    ? name
                    : Texts.format(
                            "panel.pinned.truth",
                            name,
                            Numbers.significant(answer.truth().getAsDouble(), 4));
        }
        return example.map(batch -> Texts.format("panel.pinned.truth", name, trueValue(batch)))
                .orElse(name);
    }

    private String trueValue(Batch batch) {
        Dataset set = data.orElseThrow();
        double value = batch.targets().values()[0];
        return Numbers.significant(
                set.targetScales().isEmpty() ? value : set.targetScales().get(0).invert(value), 4);
    }

    private String says(WatchRecord.Answer answer, boolean classes) {
        if (!classes) {
            return Numbers.significant(answer.outputs().get(0), 4);
        }
        int best = best(answer.outputs());
        return Texts.format(
                "panel.pinned.says",
                className(best),
                Numbers.percent(answer.outputs().get(best)));
    }

    private String className(int index) {
        return places.map(PlaceNames::scores)
                .or(() -> data.map(Dataset::targetNames))
                .filter(names -> index < names.size())
                .map(names -> names.get(index))
                .orElse(Integer.toString(index));
    }

    /** The words of a text, or the names of the columns. */
    private List<String> words(WatchRecord.Answer answer, Tensor relevance) {
        List<String> words =
                data.map(set -> set.part(answer.part()).words(answer.example())).orElse(List.of());
        if (!words.isEmpty()) {
            return words;
        }
        List<String> columns = data.map(set -> set.presentation().columnNames()).orElse(List.of());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < relevance.size(); i++) {
            names.add(i < columns.size() ? columns.get(i) : Integer.toString(i + 1));
        }
        return names;
    }

    private static Relevance map(Tensor relevance, boolean signed, Optional<Raster> picture) {
        return picture.isPresent()
                ? Relevance.of(relevance, signed)
                : new Relevance(1, relevance.size(), relevance.values(), signed);
    }
}
