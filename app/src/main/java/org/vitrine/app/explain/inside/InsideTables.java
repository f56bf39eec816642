package org.vitrine.app.explain.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.arithmetic.Cell;
import org.vitrine.arithmetic.Factor;
import org.vitrine.arithmetic.Rule;
import org.vitrine.arithmetic.Source;
import org.vitrine.arithmetic.Term;
import org.vitrine.arithmetic.Unfolded;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.NodeId;

/** The numbers behind the panels of the page Inside, all of them. */
final class InsideTables {
    private InsideTables() {}

    /**
     * All values that leave a layer, with their indices from 0.
     *
     * @param meanings in the units of the data, of cells that stand for something there
     */
    static Table values(NodeId layer, Tensor values, Function<Cell, Optional<Opened.Meaning>> meanings) {
        int[] shape = values.shape();
        boolean means = values.size() > 0 && meanings.apply(Cell.at(0, shape)).isPresent();
        List<String> columns = new ArrayList<>(List.of("layer"));
        columns.addAll(axes(shape.length));
        columns.add("value");
        if (means) {
            columns.addAll(List.of("name", "in the units of the data"));
        }
        return new Table(columns, values.size(), (row, column) -> {
            if (column == 0) {
                return layer.value();
            }
            Cell cell = Cell.at(row, shape);
            if (column <= shape.length) {
                return cell.axis(column - 1);
            }
            if (column == shape.length + 1) {
                return values.values()[row];
            }
            Opened.Meaning meaning = meanings.apply(cell).orElseThrow();
            return column == shape.length + 2 ? meaning.name() : (Object) meaning.value();
        });
    }

    private static List<String> axes(int rank) {
        return switch (rank) {
            case 1 -> List.of("unit");
            case 2 -> List.of("feature", "step");
            case 3 -> List.of("channel", "row", "column");
            default ->
                java.util.stream.IntStream.range(0, rank)
                        .mapToObj(axis -> "axis " + axis)
                        .toList();
        };
    }

    /**
     * The arithmetic of a number, from its terms to what is made of their sum: all terms in the order of the inputs with their
     * factors, and behind them what they make.
     *
     * @param names of factors
     */
    static Table arithmetic(Unfolded shown, Function<Factor, String> names) {
        List<Unfolded> numbers = madeOf(shown);
        int factors = numbers.stream()
                .flatMap(number -> number.terms().stream())
                .mapToInt(term -> term.factors().size())
                .max()
                .orElse(0);
        List<String> columns = new ArrayList<>(List.of("number", "part"));
        for (int i = 1; i <= factors; i++) {
            columns.add("factor " + i);
            columns.add("value " + i);
        }
        columns.add("result");
        List<List<Object>> rows = new ArrayList<>();
        for (Unfolded number : numbers) {
            for (Term term : number.terms()) {
                rows.add(row(number, term, factors, names));
            }
            List<Object> made = new ArrayList<>(List.of(number.title(), rule(number.rule())));
            made.addAll(Collections.nCopies(2 * factors, ""));
            made.add(number.value());
            rows.add(made);
        }
        return Table.of(columns, rows);
    }

    /** The number and what it is a function of, innermost first: a unit's sum comes before its activation. */
    private static List<Unfolded> madeOf(Unfolded shown) {
        List<Unfolded> numbers = new ArrayList<>(List.of(shown));
        for (Optional<Unfolded> inner = inner(shown); inner.isPresent(); inner = inner(inner.get())) {
            numbers.add(inner.get());
        }
        Collections.reverse(numbers);
        return numbers;
    }

    /** What a function was applied to; of softmax the value whose share it tells. */
    private static Optional<Unfolded> inner(Unfolded number) {
        int at = number.rule() instanceof Rule.Softmax softmax ? softmax.chosen() : 0;
        boolean applied = number.rule() instanceof Rule.Softmax
                || (number.terms().size() == 1
                        && number.terms().get(0).factors().size() == 1);
        return applied
                        && number.terms().get(at).factors().get(0).source() instanceof Source.Inner inner
                        && !(number.rule() instanceof Rule.Masked)
                ? Optional.of(inner.how().get())
                : Optional.empty();
    }

    private static List<Object> row(Unfolded number, Term term, int factors, Function<Factor, String> names) {
        boolean bias = number.rule() instanceof Rule.Sum
                && term.factors().size() == 1
                && term.factors().get(0).source() instanceof Source.Parameter;
        List<Object> row = new ArrayList<>(
                List.of(number.title(), bias ? "bias" : term.factors().size() > 1 ? "product" : "term"));
        for (int i = 0; i < factors; i++) {
            boolean there = i < term.factors().size();
            row.add(there ? names.apply(term.factors().get(i)) : "");
            row.add(there ? (Object) term.factors().get(i).value() : "");
        }
        row.add(term.value());
        return row;
    }

    private static String rule(Rule rule) {
        return rule instanceof Rule.Function function
                ? function.activation().name().toLowerCase(Locale.ROOT)
                : rule.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** All values of all parameters before and after a step of training. */
    static Table step(TriedStep step) {
        List<TriedStep.Change> changes = step.changes();
        int[] ends = new int[changes.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += changes.get(i).before().size();
            ends[i] = end;
        }
        return new Table(List.of("parameter", "cell", "before", "gradient", "update", "after"), end, (row, column) -> {
            int found = Arrays.binarySearch(ends, row + 1);
            int of = found < 0 ? -found - 1 : found;
            TriedStep.Change change = changes.get(of);
            int place = row - (of == 0 ? 0 : ends[of - 1]);
            return switch (column) {
                case 0 -> change.name();
                case 1 -> Cell.at(place, change.before().shape()).toString();
                case 2 -> change.before().values()[place];
                case 3 -> change.gradient().values()[place];
                case 4 -> change.at(place).update();
                default -> change.after().values()[place];
            };
        });
    }
}
