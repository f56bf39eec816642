package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;

/**
 * Turns a table into a data set: numbers standardised on the training part, texts one-hot, 65 % to train, 15 % to validate, 20 %
 * to test, stratified by class.
 */
public final class TableEncoder {
    private static final double VALIDATION = 0.15;
    private static final double TEST = 0.2;
    private static final int MOST_CATEGORIES = 50;
    private static final int LEAST_ROWS = 10;
    private static final long MOST_CELLS = 100_000_000;

    private final RawTable table;
    private final TableRequest request;
    private final TableMessages messages;

    public TableEncoder(RawTable table, TableRequest request) {
        this.table = table;
        this.request = request;
        this.messages = new TableMessages(table);
    }

    /**
     * Checks, partitions and scales the table.
     *
     * @param descriptor its task is replaced by what the target turns out to be
     */
    public Dataset encode(DatasetDescriptor descriptor) throws DatasetException {
        Column targetColumn = targetColumn();
        List<Column> inputs = inputColumns(targetColumn);
        int[] rows = rows(inputs, targetColumn);
        TableTarget target = TableTarget.of(targetColumn, request.goal(), rows, messages);
        Partition partition = target.isClasses()
                ? Partition.stratified(target.labels(), target.classes().size(), VALIDATION, TEST, request.seed())
                : Partition.random(rows.length, VALIDATION, TEST, request.seed());
        List<Feature> features = features(inputs, rows, partition.train());
        if ((long) features.size() * rows.length > MOST_CELLS) {
            throw new DatasetException(
                    "File " + table.name() + " needs " + features.size() + " inputs for " + rows.length
                            + " rows, too many to hold in memory. Ignore columns with many different texts, or use fewer rows.");
        }
        Scale targetScale = target.isClasses() ? Scale.IDENTITY : Scales.fit(target.values(), partition.train());
        Task task = target.isClasses() ? Task.TABLE_CLASSIFICATION : Task.TABLE_REGRESSION;
        return Dataset.of(
                new DatasetDescriptor(
                        descriptor.id(), task, descriptor.licence(), descriptor.source(), descriptor.options()),
                new DataSpec(
                        new Flat(features.size()),
                        target.isClasses() ? Target.classes(target.classes().size()) : Target.values(1)),
                new Presentation.Table(
                        features.stream().map(Feature::name).toList(),
                        features.stream().map(Feature::scale).toList()),
                target.isClasses() ? target.classes() : List.of(targetColumn.name()),
                target.isClasses() ? List.of() : List.of(targetScale),
                split(features, target, targetScale, partition.train()),
                split(features, target, targetScale, partition.validation()),
                split(features, target, targetScale, partition.test()));
    }

    private Column targetColumn() throws DatasetException {
        if (request.target().isEmpty()) {
            return table.columns().get(table.columns().size() - 1);
        }
        return column(request.target(), "for the target");
    }

    private Column column(String name, String role) throws DatasetException {
        for (Column column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw messages.noColumn(name, role);
    }

    private List<Column> inputColumns(Column target) throws DatasetException {
        for (String name : request.ignored()) {
            if (column(name, "to ignore").name().equals(target.name())) {
                throw messages.atColumn(target, "is the target and can not be ignored.");
            }
        }
        List<Column> inputs = table.columns().stream()
                .filter(column -> !column.name().equals(target.name())
                        && !request.ignored().contains(column.name()))
                .toList();
        if (inputs.isEmpty()) {
            throw new DatasetException("File " + table.name() + ": no column is left as input. Ignore fewer columns.");
        }
        for (Column input : inputs) {
            checkInput(input);
        }
        return inputs;
    }

    private void checkInput(Column input) throws DatasetException {
        int present = input.rows() - input.missing();
        if (present == 0) {
            throw messages.atColumn(input, "is empty. Fill it in, delete it or ignore it.");
        }
        if (input.numeric() < present && 2 * input.numeric() >= present) {
            throw messages.notANumber(input);
        }
        if (input.numeric() < present
                && (input.hasTooManyTexts() || input.texts().size() > MOST_CATEGORIES)) {
            throw messages.atColumn(
                    input,
                    "holds more than " + MOST_CATEGORIES
                            + " different texts, so it is no category (is it a name or a number with a unit?). Ignore it or write"
                            + " numbers.");
        }
    }

    /** The rows to keep; without dropping, an empty cell is an error at the first such row. */
    private int[] rows(List<Column> inputs, Column target) throws DatasetException {
        List<Column> used = new ArrayList<>(inputs);
        used.add(target);
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            Column incomplete = used.stream()
                    .filter(column -> column.isMissing(at))
                    .findFirst()
                    .orElse(null);
            if (incomplete == null) {
                kept.add(row);
            } else if (!request.dropIncomplete()) {
                throw messages.missing(incomplete, row);
            }
        }
        if (kept.size() < LEAST_ROWS) {
            throw new DatasetException("File " + table.name() + " has " + kept.size() + " complete rows; at least "
                    + LEAST_ROWS + " are needed for training, validation and test.");
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Feature> features(List<Column> inputs, int[] rows, int[] train) {
        List<Feature> features = new ArrayList<>();
        for (Column input : inputs) {
            if (input.numeric() == input.rows() - input.missing()) {
                double[] values = IntStream.of(rows)
                        .mapToDouble(row -> input.numbers()[row])
                        .toArray();
                features.add(new Feature(input.name(), values, Scales.fit(values, train)));
            } else {
                IntStream.range(0, input.texts().size())
                        .boxed()
                        .sorted(Comparator.comparing(code -> input.texts().get(code)))
                        .forEach(code -> features.add(indicator(input, code, rows)));
            }
        }
        return features;
    }

    private static Feature indicator(Column input, int code, int[] rows) {
        double[] values = IntStream.of(rows)
                .mapToDouble(row -> input.codes()[row] == code ? 1 : 0)
                .toArray();
        return new Feature(input.name() + " = " + input.texts().get(code), values, Scale.IDENTITY);
    }

    private static MemorySplit split(List<Feature> features, TableTarget target, Scale targetScale, int[] chosen) {
        int width = features.size();
        float[] inputs = new float[chosen.length * width];
        float[] targets = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            for (int k = 0; k < width; k++) {
                Feature feature = features.get(k);
                inputs[i * width + k] = (float) feature.scale().apply(feature.values()[chosen[i]]);
            }
            targets[i] = (float) targetScale.apply(target.values()[chosen[i]]);
        }
        Tensor targetTensor =
                target.isClasses() ? Tensor.of(targets, chosen.length) : Tensor.of(targets, chosen.length, 1);
        return new MemorySplit(Tensor.of(inputs, chosen.length, width), targetTensor, null);
    }

    /** One input of the model: raw values of the kept rows and their scale. */
    private record Feature(String name, double[] values, Scale scale) {}
}
