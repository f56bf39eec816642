package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.check.ColumnStatistics;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.shape.Target;

/**
 * What is counted of the training part of a data set as it is.
 *
 * @param looked how many examples were looked at
 * @param order indices of the training part, shuffled by a fixed seed: files are often sorted by class
 * @param classes how many examples each class has; empty if the target is no class
 * @param columns of a table; else empty
 */
public record Summary(int looked, List<Integer> order, List<Integer> classes, List<ColumnStatistics> columns) {
    /** Counting more would make the user wait, and tell no more. */
    private static final int MOST = 20_000;

    public Summary {
        order = List.copyOf(order);
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    /** Counts; seconds for large data sets. Honours interruption. */
    public static Summary of(Stage stage, String name) throws DatasetException {
        Examples train = stage.train();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, train.size()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        int looked = Math.min(MOST, train.size());
        boolean classes = stage.targets()
                .target()
                .map(target -> target.kind() == Target.Kind.CLASSES)
                .orElse(false);
        boolean table = isTable(stage.content());
        int[] counts = new int[classes ? stage.targets().names().size() : 0];
        List<Value> rows = new ArrayList<>();
        for (int i = 0; (classes || table) && i < looked; i++) {
            Cancellation.check(name);
            Example example = train.example(order.get(i));
            if (classes && example.target().size() > 0) {
                counts[Math.round(example.target().values()[0])]++;
            }
            if (table) {
                rows.add(example.value());
            }
        }
        return new Summary(
                looked,
                order,
                IntStream.of(counts).boxed().toList(),
                table ? columns(stage.content(), rows) : List.of());
    }

    private static boolean isTable(Content content) {
        return content instanceof Content.Cells
                || (content instanceof Content.Ready ready
                        && (ready.presentation() instanceof Presentation.Table
                                || ready.presentation() instanceof Presentation.Points));
    }

    private static List<ColumnStatistics> columns(Content content, List<Value> rows) {
        List<ColumnStatistics> statistics = new ArrayList<>();
        if (content instanceof Content.Cells cells) {
            for (int i = 0; i < cells.columns().size(); i++) {
                int column = i;
                Content.ColumnType type = cells.columns().get(i);
                statistics.add(
                        type.kind() == Content.ColumnType.Kind.NUMBER
                                ? ColumnStatistics.ofNumbers(
                                        type.name(),
                                        rows.stream()
                                                .mapToDouble(row -> ((Value.Cells) row).numbers()[column])
                                                .toArray())
                                : ColumnStatistics.ofTexts(
                                        type.name(),
                                        rows.stream()
                                                .map(row -> ((Value.Cells) row)
                                                        .texts()
                                                        .get(column))
                                                .toList()));
            }
            return statistics;
        }
        Presentation presentation = ((Content.Ready) content).presentation();
        List<String> names = presentation.columnNames();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            statistics.add(ColumnStatistics.ofNumbers(
                    names.get(i),
                    rows.stream()
                            .mapToDouble(row -> {
                                Tensor tensor = ((Value.Numbers) row).tensor();
                                return presentation instanceof Presentation.Table table
                                        ? table.scales().get(column).invert(tensor.values()[column])
                                        : tensor.values()[column];
                            })
                            .toArray()));
        }
        return statistics;
    }
}
