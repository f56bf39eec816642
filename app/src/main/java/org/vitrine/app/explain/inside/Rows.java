package org.vitrine.app.explain.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.arithmetic.Factor;
import org.vitrine.arithmetic.Rule;
import org.vitrine.arithmetic.Source;
import org.vitrine.arithmetic.Term;
import org.vitrine.arithmetic.Unfolded;

/** Terms as rows. */
final class Rows {
    private Rows() {}

    static List<TermRow> of(Unfolded shown, Function<Factor, String> names) {
        double[] values = shown.terms().stream().mapToDouble(Term::value).toArray();
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        int chosen = chosen(shown.rule(), values);
        List<TermRow> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            List<TermRow.Part> parts = shown.terms().get(i).factors().stream()
                    .map(factor -> new TermRow.Part(names.apply(factor), factor.value(), link(factor.source())))
                    .toList();
            rows.add(new TermRow(parts, values[i], most == 0 ? 0 : values[i] / most, i == chosen));
        }
        if (shown.rule() instanceof Rule.Sum || shown.rule() instanceof Rule.Mean) {
            rows.sort(Comparator.comparingDouble(row -> -Math.abs(row.value())));
        } else if (shown.rule() instanceof Rule.Softmax || shown.rule() instanceof Rule.Greatest) {
            rows.sort(Comparator.comparingDouble(row -> -row.value()));
        }
        return rows;
    }

    private static int chosen(Rule rule, double... values) {
        if (rule instanceof Rule.Softmax softmax) {
            return softmax.chosen();
        }
        return rule instanceof Rule.Greatest greatest && values.length > 0 ? greatest.winner(values) : -1;
    }

    private static Optional<Source> link(Source source) {
        boolean leads = source instanceof Source.Input || source instanceof Source.Inner;
        return leads ? Optional.of(source) : Optional.empty();
    }
}
