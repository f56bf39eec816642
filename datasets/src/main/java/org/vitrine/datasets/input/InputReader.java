package org.vitrine.datasets.input;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.ColumnType;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.Fit;
import org.vitrine.datasets.read.PictureReader;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.datasets.read.WavReader;
import org.vitrine.datasets.steps.SeriesWindows;
import org.vitrine.datasets.steps.TokenWindows;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Makes of a new input what a trained model takes, by the steps that the model was trained with. */
public final class InputReader {
    private static final double LONGEST_SOUND = 600;

    private final Pipeline pipeline;

    public InputReader(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * The input, ready for the model, without a target. Of a long text or record its last piece; a short text is padded.
     *
     * @throws DatasetException if it is not what the model takes: what, where, how to fix
     */
    public Example read(NewInput input) throws DatasetException {
        Value value = value(input, pipeline.raw());
        Examples prepared = prepared(Examples.of(List.of(Example.of(value))));
        if (prepared.size() == 0) {
            throw new DatasetException("The input is shorter than the piece that the model takes, "
                    + pipeline.content().text() + ". Give more of it.");
        }
        return prepared.example(prepared.size() - 1);
    }

    /** As the pipeline does it, but for texts: pieces to learn from end where the next token is known, and are all full. */
    private Examples prepared(Examples raw) {
        Content content = pipeline.raw();
        Examples examples = raw;
        for (FittedStep step : pipeline.steps()) {
            examples = step instanceof TokenWindows.Fitted windows
                    ? Examples.of(List.of(windows.newest(examples.example(0))))
                    : step.apply(content, examples);
            content = step.content(content);
        }
        return examples;
    }

    private Value value(NewInput input, Content raw) throws DatasetException {
        Tensor numbers = input.numbers();
        if (numbers != null) {
            return Value.Numbers.of(drawn(numbers, raw));
        }
        if (raw instanceof Content.Text) {
            return new Value.Text(text(input));
        }
        if (raw instanceof Content.Words words) {
            return new Value.Words(tokens(text(input), words.vocabulary()));
        }
        if (raw instanceof Content.Cells table) {
            return cells(
                    cells(input, table.columns().stream().map(ColumnType::name).toList()), table.columns());
        }
        if (raw instanceof Content.Series series) {
            return Value.Numbers.of(withRoom(record(file(input, "a CSV file"), series.columns())));
        }
        if (!(raw instanceof Content.Ready ready)) {
            throw new DatasetException("This model takes " + raw.text() + ", which can not be given one by one.");
        }
        if (ready.shape() instanceof Tokens && ready.presentation() instanceof Presentation.Text text) {
            return padded(tokens(text(input), text.vocabulary()), text.vocabulary(), (int)
                    ready.shape().size());
        }
        if (ready.shape() instanceof Image image && ready.presentation() instanceof Presentation.Picture) {
            return Value.Numbers.of(picture(file(input, "a picture"), image));
        }
        if (ready.presentation() instanceof Presentation.Sound sound) {
            return Value.Numbers.of(sound(
                    file(input, "a WAV file"), sound.rate(), (int) ready.shape().size()));
        }
        List<String> names = ready.presentation().columnNames();
        if (names.size() == ready.shape().size()) {
            return numbers(cells(input, names), names);
        }
        throw new DatasetException("This model takes " + raw.text()
                + ", which can not be typed or chosen. Ask it about examples of its data set.");
    }

    /** Numbers that are given as they are. */
    private Tensor drawn(Tensor numbers, Content raw) throws DatasetException {
        for (float value : numbers.values()) {
            if (!Float.isFinite(value)) {
                throw new DatasetException("A number that was given is not finite.");
            }
        }
        if (raw instanceof Content.Series series && numbers.shape().length == 2) {
            if (numbers.rows() == series.columns().size()) {
                return withRoom(numbers);
            }
        } else if (raw instanceof Content.Ready ready
                && !(ready.shape() instanceof Tokens)
                && Arrays.equals(numbers.shape(), axes(ready.shape()))) {
            return numbers;
        }
        throw new DatasetException("This model takes " + raw.text() + ", not numbers of the shape "
                + Arrays.toString(numbers.shape()) + ".");
    }

    private static int[] axes(Shape shape) {
        if (shape instanceof Image image) {
            return new int[] {(int) image.channels(), (int) image.height(), (int) image.width()};
        }
        if (shape instanceof Sequence sequence) {
            return new int[] {(int) sequence.features(), (int) sequence.length()};
        }
        return new int[] {(int) shape.size()};
    }

    private static String text(NewInput input) throws DatasetException {
        String text = input.text();
        if (text == null) {
            throw new DatasetException("This model takes a text. Type one.");
        }
        return text;
    }

    private static String file(NewInput input, String what) throws DatasetException {
        String file = input.file();
        if (file == null) {
            throw new DatasetException("This model takes " + what + ". Choose a file.");
        }
        return file;
    }

    private static Map<String, String> cells(NewInput input, List<String> names) throws DatasetException {
        Map<String, String> cells = input.cells();
        if (cells == null) {
            throw new DatasetException("This model takes values: " + String.join(", ", names) + ".");
        }
        TreeSet<String> unknown = new TreeSet<>(cells.keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new DatasetException(
                    "The model has no column \"" + unknown.first() + "\". It has: " + String.join(", ", names) + ".");
        }
        return cells;
    }

    /** Columns that are not given count as empty cells. */
    private static Value cells(Map<String, String> given, List<ColumnType> columns) throws DatasetException {
        double[] numbers = new double[columns.size()];
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            ColumnType column = columns.get(i);
            String text = given.getOrDefault(column.name(), "").strip();
            numbers[i] = Double.NaN;
            texts.add(text);
            if (text.isEmpty()) {
                continue;
            }
            switch (column.kind()) {
                case NUMBER -> numbers[i] = number(text, column.name());
                case CATEGORY -> {
                    if (!column.categories().contains(text)) {
                        throw new DatasetException("Column \"" + column.name() + "\" has no category \"" + text
                                + "\". It has: " + String.join(", ", column.categories()) + ".");
                    }
                }
                case DATE -> date(text, column.name());
            }
        }
        return new Value.Cells(numbers, texts);
    }

    private static Value numbers(Map<String, String> given, List<String> names) throws DatasetException {
        float[] values = new float[names.size()];
        for (int i = 0; i < values.length; i++) {
            @Nullable String text = given.get(names.get(i));
            if (text == null) {
                throw new DatasetException("The value of \"" + names.get(i) + "\" is missing.");
            }
            values[i] = (float) number(text.strip(), names.get(i));
        }
        return Value.Numbers.of(Tensor.of(values, values.length));
    }

    private static double number(String text, String column) throws DatasetException {
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= Float.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as numbers that are too large are.
        }
        throw new DatasetException(
                "Column \"" + column + "\" takes a number with a decimal point, not \"" + text + "\".");
    }

    private static void date(String text, String column) throws DatasetException {
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new DatasetException(
                    "Column \"" + column + "\" takes a date such as 2024-05-31, not \"" + text + "\".", e);
        }
    }

    private static Value padded(List<String> tokens, Vocabulary vocabulary, int length) throws DatasetException {
        if (tokens.size() > length) {
            throw new DatasetException("The text has " + tokens.size() + " tokens; the model takes " + length + ".");
        }
        float[] ids = new float[length];
        float[] mask = new float[length];
        for (int i = 0; i < tokens.size(); i++) {
            ids[i] = vocabulary.id(tokens.get(i));
            mask[i] = 1;
        }
        return new Value.Numbers(Tensor.of(ids, length), Tensor.of(mask, length), tokens);
    }

    private static List<String> tokens(String text, Vocabulary vocabulary) throws DatasetException {
        List<String> tokens = Arrays.stream(text.strip().split("\\s+", -1)).toList();
        for (String token : tokens) {
            if (!vocabulary.contains(token)) {
                throw new DatasetException("The model does not know the token \"" + token
                        + "\". Write tokens with blanks between them; it knows: "
                        + String.join(" ", vocabulary.tokens().subList(2, Math.min(40, vocabulary.size()))) + ".");
            }
        }
        return tokens;
    }

    private static Tensor picture(String file, Image image) throws DatasetException {
        PictureReader.Request request =
                new PictureReader.Request((int) image.width(), (int) image.height(), image.channels() == 3, Fit.CROP);
        return PictureReader.read(PictureReader.bytes(UserFile.path(file)), file, request)
                .tensor();
    }

    /** Cut at its end, or followed by silence. */
    private static Tensor sound(String file, int rate, int samples) throws DatasetException {
        float[] read = WavReader.read(WavReader.bytes(UserFile.path(file)), file, rate, LONGEST_SOUND)
                .samples();
        return Tensor.of(Arrays.copyOf(read, samples), 1, samples);
    }

    /** [columns, time]. */
    private static Tensor record(String file, List<String> names) throws DatasetException {
        RawTable table = CsvReader.read(UserFile.path(file), CsvDialect.AUTO);
        float[] values = new float[names.size() * table.rows()];
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Column column = table.columns().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new DatasetException("File " + file + " has no column \"" + name + "\". It has: "
                            + String.join(", ", table.columnNames()) + "."));
            for (int row = 0; row < table.rows(); row++) {
                if (Double.isNaN(column.numbers()[row])) {
                    throw new DatasetException("File " + file + ", row " + table.rowNumbers()[row] + ", column \""
                            + name + "\": no number stands here.");
                }
                values[i * table.rows() + row] = (float) column.numbers()[row];
            }
        }
        return Tensor.of(values, names.size(), table.rows());
    }

    /** A record with room behind its end for the values that are to be told. */
    private Tensor withRoom(Tensor record) {
        int horizon = pipeline.steps().stream()
                .filter(SeriesWindows.Fitted.class::isInstance)
                .mapToInt(step -> ((SeriesWindows.Fitted) step).horizon())
                .sum();
        int columns = record.rows();
        int rows = record.size() / columns;
        float[] values = new float[columns * (rows + horizon)];
        for (int i = 0; i < columns; i++) {
            System.arraycopy(record.values(), i * rows, values, i * (rows + horizon), rows);
        }
        return Tensor.of(values, columns, rows + horizon);
    }
}
