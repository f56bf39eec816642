package org.vitrine.app.explain.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.ExampleLooks;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.TilesFigure.Tile;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.event.RankedExample;

/**
 * Training examples as tiles, with what they are.
 *
 * @param decided class that the network decided for; those of other classes stand out
 */
record TrainingTiles(Dataset dataset, Optional<Integer> decided) {

    /** An example with its class or value, and what it was found by. */
    Tile small(RankedExample found) {
        return tile(found, ExampleLooks.SMALL, List.of(number(found.value())));
    }

    /** The same with all there is to say. */
    Tile large(RankedExample found, String valueName) {
        return tile(
                found,
                ExampleLooks.LARGE,
                List.of(
                        valueName + " " + number(found.value()),
                        Texts.format("neighbours.number", Integer.toString(found.example()))));
    }

    private Tile tile(RankedExample found, ExampleLooks looks, List<String> lines) {
        Batch example = dataset.train().example(found.example());
        Look look = looks.of(
                dataset.presentation(), example.inputs().row(0), dataset.train().words(found.example()));
        List<String> captions = new ArrayList<>();
        label(example.targets()).ifPresent(captions::add);
        captions.addAll(lines);
        boolean other = isClasses()
                && decided.isPresent()
                && decided.get() != (int) example.targets().values()[0];
        return new Tile(found.example(), List.of(look), captions, other, List.of());
    }

    /** Whether examples are seen at a glance. */
    boolean hasPictures() {
        return dataset.train().size() > 0
                && ExampleLooks.SMALL
                        .of(
                                dataset.presentation(),
                                dataset.train().example(0).inputs().row(0),
                                dataset.train().words(0))
                        .lines()
                        .isEmpty();
    }

    private boolean isClasses() {
        return dataset.spec().target().kind() == Target.Kind.CLASSES;
    }

    /** The class, or the first value in its own units. */
    private Optional<String> label(Tensor targets) {
        if (isClasses()) {
            return Optional.of(dataset.targetNames().get((int) targets.values()[0]));
        }
        return dataset.spec().target().kind() == Target.Kind.VALUES
                ? Optional.of(Numbers.significant(value(targets), 4))
                : Optional.empty();
    }

    private double value(Tensor targets) {
        double value = targets.values()[0];
        return dataset.targetScales().isEmpty()
                ? value
                : dataset.targetScales().get(0).invert(value);
    }

    static String number(double value) {
        return Numbers.significant(value, 3);
    }

    /** Index, class or value, and what was found, of all examples that were looked through. */
    Table table(Tensor values, String valueName) {
        List<String> columns =
                List.of(Texts.get("neighbours.column.example"), Texts.get("neighbours.column.label"), valueName);
        return new Table(columns, values.rows(), (row, column) -> {
            int example = (int) values.values()[2 * row];
            return switch (column) {
                case 0 -> example;
                case 1 -> label(dataset.train().example(example).targets()).orElse("");
                default -> values.values()[2 * row + 1];
            };
        });
    }
}
