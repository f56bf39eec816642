package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.evaluation.Slice;
import org.vitrine.datasets.evaluation.Slices;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;

/** The ways in which test examples can be divided: by class, by length, by brightness, by each column of their table. */
public final class Divisions {
    private static final int MOST_VALUES = 8;
    private static final int MOST_GROUPS = 40;

    /**
     * A way to divide.
     *
     * @param groups the group of each example
     * @param order of the groups
     */
    public record Division(String name, List<String> groups, List<String> order) {
        public Division {
            groups = List.copyOf(groups);
            order = List.copyOf(order);
        }

        /** Groups in the order of their names. */
        static Division named(String name, List<String> groups) {
            return new Division(
                    name, groups, groups.stream().distinct().sorted().toList());
        }

        /** Groups of numbers, in the order of the numbers. */
        static Division numbered(String name, double[] values) {
            List<String> groups = Slices.groupsOf(values, MOST_VALUES, value -> Numbers.significant(value, 3));
            List<String> order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .map(groups::get)
                    .distinct()
                    .toList();
            return new Division(name, groups, order);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Tested tested;
    private final TestEvaluation test;

    public Divisions(Tested tested) {
        this.tested = tested;
        this.test = tested.test();
    }

    /** Whether each example has a score, so that slices can have one. */
    public boolean scored() {
        return size() > 0;
    }

    /** Examples that have a score. */
    private int size() {
        return switch (test.kind()) {
            case CLASSES, EMBEDDINGS -> test.actual().length;
            case VALUES -> test.outputs().length;
            case LABELS -> test.rows().size();
            case STEPS, RECONSTRUCTIONS -> test.losses().length;
            case BOXES -> 0;
        };
    }

    /** Whether scores are shares of right answers; else they are mean errors. */
    public boolean shares() {
        return test.kind() == Kind.CLASSES || test.kind() == Kind.EMBEDDINGS || test.kind() == Kind.LABELS;
    }

    /** What the score of a slice is called. */
    public String scoreName() {
        return Texts.get("evaluate.slices.score." + (shares() ? "share" : test.values() ? "error" : "loss"));
    }

    /** The score of all examples. */
    public double overall(int value) {
        return slices(
                        Division.named(
                                "", IntStream.range(0, size()).mapToObj(i -> "").toList()),
                        value)
                .get(0)
                .score();
    }

    /** The slices of a division. */
    public List<Slice> slices(Division division, int value) {
        return unordered(division, value).stream()
                .sorted(Comparator.comparingInt(slice -> division.order().indexOf(slice.name())))
                .toList();
    }

    private List<Slice> unordered(Division division, int value) {
        if (shares()) {
            boolean[] right = new boolean[size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = test.kind() == Kind.LABELS
                        ? Arrays.equals(
                                test.rows().get(i).actual(), test.rows().get(i).read())
                        : test.actual()[i] == test.predicted()[i];
            }
            return Slices.ofShares(division.groups(), right);
        }
        double[] errors = new double[size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = test.values()
                    ? Math.abs((double) test.outputs()[i][value] - test.actualValues()[i][value])
                    : test.losses()[i];
        }
        return Slices.ofErrors(division.groups(), errors);
    }

    /** All divisions of more than one group. */
    public List<Division> all() {
        List<Division> all = new ArrayList<>();
        if (test.classes() || test.kind() == Kind.EMBEDDINGS) {
            all.add(classes("evaluate.slices.actual", test.actual()));
            if (test.classes()) {
                all.add(classes("evaluate.slices.predicted", test.predicted()));
            }
        }
        columns(all);
        lengths().ifPresent(all::add);
        brightness().ifPresent(all::add);
        return all.stream()
                .filter(division -> {
                    long groups = division.groups().stream().distinct().count();
                    return groups > 1 && groups <= MOST_GROUPS;
                })
                .toList();
    }

    private Division classes(String key, int[] classes) {
        return new Division(
                Texts.get(key),
                Arrays.stream(classes).mapToObj(test.targetNames()::get).toList(),
                test.targetNames());
    }

    private void columns(List<Division> into) {
        if (tested.raw().isEmpty()) {
            return;
        }
        Examples examples = tested.raw().get().stage().test();
        if (!(tested.raw().get().stage().content() instanceof Content.Cells cells) || examples.size() != size()) {
            return;
        }
        List<Value.Cells> rows = IntStream.range(0, size())
                .mapToObj(i -> (Value.Cells) examples.example(i).value())
                .toList();
        for (int column = 0; column < cells.columns().size(); column++) {
            int place = column;
            Content.ColumnType type = cells.columns().get(column);
            into.add(
                    type.kind() == Content.ColumnType.Kind.NUMBER
                            ? Division.numbered(
                                    type.name(),
                                    rows.stream()
                                            .mapToDouble(row -> row.numbers()[place])
                                            .toArray())
                            : Division.named(
                                    type.name(),
                                    rows.stream()
                                            .map(row -> row.texts().get(place))
                                            .map(text -> text.isEmpty() ? "\u2013" : text)
                                            .toList()));
        }
    }

    private Optional<Division> lengths() {
        int[] lengths = IntStream.range(0, size())
                .map(i -> test.kind() == Kind.LABELS
                        ? test.rows().get(i).actual().length
                        : tested.dataset().test().words(i).size())
                .toArray();
        return Arrays.stream(lengths).allMatch(length -> length == 0)
                ? Optional.empty()
                : Optional.of(Division.numbered(
                        Texts.get("evaluate.slices.length"),
                        Arrays.stream(lengths).asDoubleStream().toArray()));
    }

    private Optional<Division> brightness() {
        if (size() == 0 || picture(0).isEmpty()) {
            return Optional.empty();
        }
        double[] means = new double[size()];
        for (int i = 0; i < means.length; i++) {
            float[] values = picture(i).orElseThrow().values();
            double sum = 0;
            for (float value : values) {
                sum += value;
            }
            means[i] = sum / Math.max(1, values.length);
        }
        return Optional.of(Division.numbered(Texts.get("evaluate.slices.brightness"), means));
    }

    private Optional<Tensor> picture(int index) {
        return tested.dataset()
                .presentation()
                .image(tested.dataset().test().example(index).inputs().row(0));
    }
}
