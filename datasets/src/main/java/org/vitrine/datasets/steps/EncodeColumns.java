package org.vitrine.datasets.steps;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.ColumnType;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.graph.shape.Flat;

/**
 * Makes numbers of the columns of a table: categories become one indicator each (one-hot), dates become year, season and day of
 * the week. Empty cells take the mean of a column, or its most frequent category; an unknown category is none of the known.
 */
public final class EncodeColumns implements Step {
    @Override
    public String id() {
        return "encode";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of();
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Content.Cells
                ? Optional.empty()
                : Optional.of("it takes rows of a table, not " + content.text() + ".");
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        List<ColumnType> types = ((Content.Cells) before.content()).columns();
        Examples train = before.train();
        List<Encoding> columns = new ArrayList<>();
        for (int column = 0; column < types.size(); column++) {
            ColumnType type = types.get(column);
            double sum = 0;
            int numbers = 0;
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < train.size(); i++) {
                Value.Cells cells = (Value.Cells) train.example(i).value();
                String text = cells.texts().get(column);
                double number = cells.numbers()[column];
                if (!Double.isNaN(number)) {
                    sum += number;
                    numbers++;
                }
                if (!text.isEmpty()) {
                    counts.merge(text, 1, Integer::sum);
                }
            }
            String frequent = counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElse("");
            columns.add(new Encoding(type, numbers == 0 ? 0 : sum / numbers, frequent));
        }
        return new Fitted(columns);
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * What becomes of one column.
     *
     * @param mean for empty cells of a NUMBER
     * @param frequent for empty cells of others
     */
    public record Encoding(ColumnType type, double mean, String frequent) {
        private static final List<String> DATE_PARTS =
                List.of("year", "season (sine)", "season (cosine)", "weekday (sine)", "weekday (cosine)");

        /** Names of the numbers that the column becomes. */
        public List<String> names() {
            return switch (type.kind()) {
                case NUMBER -> List.of(type.name());
                case CATEGORY ->
                    type.categories().stream()
                            .map(text -> type.name() + " = " + text)
                            .toList();
                case DATE ->
                    DATE_PARTS.stream().map(part -> type.name() + ": " + part).toList();
            };
        }

        int write(double number, String text, float[] values, int place) {
            switch (type.kind()) {
                case NUMBER -> values[place] = (float) (Double.isNaN(number) ? mean : number);
                case CATEGORY -> {
                    int category = type.categories().indexOf(text.isEmpty() ? frequent : text);
                    if (category >= 0) {
                        values[place + category] = 1;
                    }
                }
                case DATE -> writeDate(text.isEmpty() ? frequent : text, values, place);
            }
            return place + names().size();
        }

        /** A text that is no date leaves zeros. */
        private static void writeDate(String text, float[] values, int place) {
            LocalDate date;
            try {
                date = LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                return;
            }
            double season = 2 * Math.PI * (date.getDayOfYear() - 1) / date.lengthOfYear();
            double weekday = 2 * Math.PI * (date.getDayOfWeek().getValue() - 1) / 7;
            values[place] = date.getYear();
            values[place + 1] = (float) StrictMath.sin(season);
            values[place + 2] = (float) StrictMath.cos(season);
            values[place + 3] = (float) StrictMath.sin(weekday);
            values[place + 4] = (float) StrictMath.cos(weekday);
        }
    }

    /** The encodings by column. */
    public record Fitted(List<Encoding> columns) implements ValueStep {
        public Fitted {
            columns = List.copyOf(columns);
        }

        private List<String> names() {
            return columns.stream().flatMap(column -> column.names().stream()).toList();
        }

        @Override
        public Content content(Content before) {
            List<String> names = names();
            return new Content.Ready(
                    new Flat(names.size()),
                    new Presentation.Table(
                            names, names.stream().map(name -> Scale.IDENTITY).toList()));
        }

        @Override
        public Value change(Value value, Content content) {
            Value.Cells cells = (Value.Cells) value;
            float[] values = new float
                    [columns.stream().mapToInt(column -> column.names().size()).sum()];
            int place = 0;
            for (int i = 0; i < columns.size(); i++) {
                place = columns.get(i).write(cells.numbers()[i], cells.texts().get(i), values, place);
            }
            return Value.Numbers.of(Tensor.of(values, values.length));
        }
    }
}
