package org.vitrine.arithmetic;

import java.util.List;

/** A product: an input times a weight, or one number on its own. */
public record Term(List<Factor> factors) {
    public Term {
        factors = List.copyOf(factors);
    }

    static Term of(Factor... factors) {
        return new Term(List.of(factors));
    }

    public double value() {
        double product = 1;
        for (Factor factor : factors) {
            product *= factor.value();
        }
        return product;
    }
}
