package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;

/** The test examples: how they look, and what was made of them. What was looked at once is kept. */
public final class TestExamples {
    private static final int COLUMNS = 5;
    private static final int WORDS = 40;

    private final Tested tested;
    private final Map<Integer, Look> looks = new HashMap<>();

    public TestExamples(Tested tested) {
        this.tested = tested;
    }

    /** Whether each example has a prediction of its own. */
    boolean judged() {
        return test().classes() || test().values() || test().kind() == Kind.EMBEDDINGS;
    }

    private TestEvaluation test() {
        return tested.test();
    }

    /** How an example looks. */
    public synchronized Look look(int index) {
        return looks.computeIfAbsent(index, this::made);
    }

    private Look made(int index) {
        return look(tested.dataset().test().example(index).inputs().row(0), index);
    }

    /** How values of the shape of an input look. */
    Look look(Tensor input, int index) {
        Presentation presentation = tested.dataset().presentation();
        Optional<Tensor> image = presentation.image(input).filter(TestExamples::isRaster);
        if (image.isPresent()) {
            return Look.of(Raster.of(image.get()));
        }
        List<String> words = tested.dataset().test().words(index);
        if (!words.isEmpty()) {
            return Look.of(List.of(text(words)));
        }
        float[] values = input.values();
        if (presentation instanceof Presentation.Text text) {
            return Look.of(List.of(text(tokens(values, text.vocabulary()))));
        }
        if (presentation instanceof Presentation.Pair pair) {
            return Look.of(tokens(values, pair.vocabulary()));
        }
        if (presentation instanceof Presentation.Table table) {
            return Look.of(IntStream.range(0, Math.min(COLUMNS, table.columns().size()))
                    .mapToObj(k -> table.columns().get(k) + " "
                            + Numbers.significant(table.scales().get(k).invert(values[k]), 3))
                    .toList());
        }
        List<String> names = presentation.columnNames();
        if (!names.isEmpty()) {
            return Look.of(IntStream.range(0, Math.min(names.size(), values.length))
                    .mapToObj(k -> names.get(k) + " " + Numbers.significant(values[k], 3))
                    .toList());
        }
        return Look.ofLine(input.shape().length < 2 ? values : input.row(0).values());
    }

    private static boolean isRaster(Tensor image) {
        int channels = image.shape()[0];
        return channels == 1 || channels == 3;
    }

    private static List<String> tokens(float[] ids, Vocabulary vocabulary) {
        List<String> tokens = new ArrayList<>();
        for (float id : ids) {
            if ((int) id != Vocabulary.PADDING) {
                tokens.add(vocabulary.token((int) id));
            }
        }
        return tokens;
    }

    private static String text(List<String> words) {
        boolean letters = words.stream().allMatch(word -> word.length() == 1);
        String text = String.join(letters ? "" : " ", words.subList(0, Math.min(letters ? 200 : WORDS, words.size())));
        return words.size() > WORDS && !letters ? text + " \u2026" : text;
    }

    /** Whether the example was taken for a wrong class. */
    public boolean wrong(int index) {
        return (test().classes() || test().kind() == Kind.EMBEDDINGS)
                && test().actual()[index] != test().predicted()[index];
    }

    /** What was predicted, and what is true, in a line each. */
    public List<String> captions(int index, int value) {
        if (test().classes() || test().kind() == Kind.EMBEDDINGS) {
            String actual = test().targetNames().get(test().actual()[index]);
            int predicted = test().predicted()[index];
            String name = predicted < 0 ? "" : test().targetNames().get(predicted);
            String first = wrong(index) ? actual + " \u203a " + name : actual;
            return test().classes()
                    ? List.of(first, Numbers.percent(test().outputs()[index][predicted]))
                    : List.of(first);
        }
        if (test().values()) {
            return List.of(
                    Texts.format(
                            "evaluate.caption.actual", Numbers.significant(test().actualValues()[index][value], 3)),
                    Texts.format("evaluate.caption.predicted", Numbers.significant(test().outputs()[index][value], 3)));
        }
        if (test().kind() == Kind.LABELS && index < test().rows().size()) {
            TestEvaluation.LabelRow row = test().rows().get(index);
            return List.of(TestScores.row(test(), row.actual()), TestScores.row(test(), row.read()));
        }
        if (test().losses().length > index) {
            return List.of(Texts.format("evaluate.caption.loss", Numbers.significant(test().losses()[index], 3)));
        }
        return List.of("#" + index);
    }

    /** The example as a tile. */
    public TilesFigure.Tile tile(int index, int value) {
        return new TilesFigure.Tile(index, List.of(look(index)), captions(index, value), wrong(index), List.of());
    }
}
