package org.vitrine.arithmetic;

import java.util.List;

/**
 * A number and how it came about. What lies deeper is computed when it is asked for, by {@link Source.Inner}.
 *
 * @param title what it is, such as "Dense, unit 3"
 * @param terms all of them, in the order of the inputs; the bias last
 */
public record Unfolded(String title, Rule rule, double value, List<Term> terms) {
    public Unfolded {
        terms = List.copyOf(terms);
    }

    static Unfolded of(String title, Rule rule, List<Term> terms) {
        return new Unfolded(
                title, rule, rule.of(terms.stream().mapToDouble(Term::value).toArray()), terms);
    }

    /** As a factor of what is made of it. */
    Factor factor() {
        return new Factor(value, new Source.Inner(title, () -> this));
    }

    /** The same number under another name. */
    Unfolded titled(String other) {
        return new Unfolded(other, rule, value, terms);
    }

    Term term() {
        return Term.of(factor());
    }
}
