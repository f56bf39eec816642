package org.vitrine.arithmetic;

import java.util.function.Supplier;

/** A number and where it comes from. */
public record Factor(double value, Source source) {

    /** A number that is known already and unfolded when asked. */
    static Factor inner(double value, String title, Supplier<Unfolded> how) {
        return new Factor(value, new Source.Inner(title, how));
    }

    static Factor constant(double value, String title) {
        return new Factor(value, new Source.Constant(title));
    }
}
