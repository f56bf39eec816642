package org.vitrine.datasets.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.ColumnType;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;
import org.vitrine.graph.shape.Target;

/**
 * The columns of a table, as its training part has them.
 *
 * @param columns in the order of the table
 * @param scores of the same columns, if there is one class or one value to predict; else empty
 */
public record TableReport(List<ColumnStatistics> columns, List<FeatureScore> scores) {
    public TableReport {
        columns = List.copyOf(columns);
        scores = List.copyOf(scores);
    }

    /** Describes and scores the columns; empty if the examples are no rows of a table. Takes seconds for large tables. */
    public static Optional<TableReport> of(Stage stage) {
        List<ColumnType> types = types(stage.content());
        if (types.isEmpty()) {
            return Optional.empty();
        }
        List<Example> rows = IntStream.range(0, stage.train().size())
                .mapToObj(stage.train()::example)
                .toList();
        Optional<FeatureScores> scorer = scorer(stage, stage.train());
        List<ColumnStatistics> columns = new ArrayList<>();
        List<FeatureScore> scores = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String name = types.get(i).name();
            int column = i;
            if (types.get(i).kind() == ColumnType.Kind.NUMBER) {
                double[] values =
                        rows.stream().mapToDouble(row -> number(row, column)).toArray();
                columns.add(ColumnStatistics.ofNumbers(name, values));
                scorer.ifPresent(all -> scores.add(all.ofNumbers(name, values)));
            } else {
                List<String> texts = rows.stream()
                        .map(row -> ((Value.Cells) row.value()).texts().get(column))
                        .toList();
                columns.add(ColumnStatistics.ofTexts(name, texts));
                scorer.ifPresent(all -> scores.add(all.ofTexts(name, texts)));
            }
        }
        return Optional.of(new TableReport(columns, scores));
    }

    private static List<ColumnType> types(Content content) {
        if (content instanceof Content.Cells cells) {
            return cells.columns();
        }
        if (content instanceof Content.Ready ready) {
            return ready.presentation().columnNames().stream()
                    .map(name -> new ColumnType(name, ColumnType.Kind.NUMBER, List.of()))
                    .toList();
        }
        return List.of();
    }

    private static double number(Example row, int column) {
        return row.value() instanceof Value.Cells cells
                ? cells.numbers()[column]
                : row.numbers().tensor().values()[column];
    }

    private static Optional<FeatureScores> scorer(Stage stage, Examples train) {
        Optional<Target> target = stage.targets().target();
        if (target.isEmpty()) {
            return Optional.empty();
        }
        double[] values = IntStream.range(0, train.size())
                .mapToDouble(row -> train.example(row).target().values()[0])
                .toArray();
        return switch (target.get().kind()) {
            case CLASSES ->
                Optional.of(FeatureScores.forClasses(java.util.Arrays.stream(values)
                        .mapToInt(value -> (int) value)
                        .toArray()));
            case VALUES -> target.get().size() == 1 ? Optional.of(FeatureScores.forValues(values)) : Optional.empty();
            case STEP_CLASSES, LABELS, BOXES -> Optional.empty();
        };
    }
}
