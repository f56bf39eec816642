package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.ColumnType;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.graph.model.StepReference;

/** Turns a table into a data set of rows: some 65 % to train, 15 % to validate, 20 % to test. */
public final class TableEncoder {
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
     * Checks and partitions the table.
     *
     * @param descriptor its task is replaced by what the target turns out to be
     */
    public RawDataset encode(DatasetDescriptor descriptor) throws DatasetException {
        Column targetColumn = targetColumn();
        List<Column> inputs = inputColumns(targetColumn);
        int[] rows = rows(inputs, targetColumn);
        TableTarget target = TableTarget.of(targetColumn, request.goal(), rows, messages);
        String by = request.division().column();
        Partition partition = request.division()
                .partition(
                        rows,
                        target.isClasses() ? target.labels() : new int[rows.length],
                        target.isClasses() ? target.classes().size() : 1,
                        by.isEmpty() ? targetColumn : column(by, "to split by"),
                        messages,
                        request.seed());
        List<ColumnType> columns = inputs.stream().map(TableEncoder::type).toList();
        long width = columns.stream()
                .mapToInt(column -> Math.max(1, column.categories().size()))
                .sum();
        if (width * rows.length > MOST_CELLS) {
            throw new DatasetException(
                    "File " + table.name() + " needs " + width + " inputs for " + rows.length
                            + " rows, too many to hold in memory. Ignore columns with many different texts, or use fewer rows.");
        }
        Task task = target.isClasses() ? Task.TABLE_CLASSIFICATION : Task.TABLE_REGRESSION;
        return RawDataset.of(
                descriptor.withTask(task),
                new Content.Cells(columns),
                target.isClasses() ? Targets.classes(target.classes()) : Targets.values(List.of(targetColumn.name())),
                examples(inputs, target, rows),
                partition,
                List.of(StepReference.of("encode"), StepReference.of("normalise")));
    }

    private static ColumnType type(Column column) {
        if (column.numeric() == column.rows() - column.missing()) {
            return new ColumnType(column.name(), ColumnType.Kind.NUMBER, List.of());
        }
        if (column.dates() != null) {
            return new ColumnType(column.name(), ColumnType.Kind.DATE, List.of());
        }
        return new ColumnType(
                column.name(),
                ColumnType.Kind.CATEGORY,
                column.texts().stream().sorted().toList());
    }

    private static Examples examples(List<Column> inputs, TableTarget target, int[] rows) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double[] numbers = new double[inputs.size()];
            List<String> texts = new ArrayList<>();
            for (int k = 0; k < numbers.length; k++) {
                Column column = inputs.get(k);
                numbers[k] = column.numbers()[rows[i]];
                texts.add(text(column, rows[i]));
            }
            float value = (float) target.values()[i];
            examples.add(new Example(
                    new Value.Cells(numbers, texts),
                    target.isClasses() ? Tensor.of(new float[] {value}) : Tensor.of(new float[] {value}, 1)));
        }
        return Examples.of(examples);
    }

    private static String text(Column column, int row) {
        if (column.dates() != null) {
            return column.day(row);
        }
        int code = column.codes().length == 0 ? -1 : column.codes()[row];
        return code < 0 ? "" : column.texts().get(code);
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
                        && !isGroup(column)
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

    /** Names of groups are no input: none of the test's is in training. */
    private boolean isGroup(Column column) {
        return request.division().kind() == TableDivision.Kind.BY_GROUP
                && column.name().equals(request.division().column());
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
                && input.dates() == null
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
            boolean fill = request.missing() == TableRequest.Missing.FILL;
            if (incomplete == null || (fill && !target.isMissing(row))) {
                kept.add(row);
            } else if (request.missing() == TableRequest.Missing.REFUSE) {
                throw messages.missing(incomplete, row);
            }
        }
        if (kept.size() < LEAST_ROWS) {
            throw new DatasetException("File " + table.name() + " has " + kept.size() + " complete rows; at least "
                    + LEAST_ROWS + " are needed for training, validation and test.");
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }
}
