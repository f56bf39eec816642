package org.vitrine.exchange.code;

import java.math.BigDecimal;

/** Numbers as programs spell them. */
public final class Literals {
    private Literals() {}

    /** A number with a point or an exponent, such as {@code 0.001}, {@code 1e-05} or {@code 2.0}. */
    public static String real(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return Double.toString(value).replace(".0E", "e").replace('E', 'e');
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** Python's word for a truth value. */
    public static String python(boolean value) {
        return value ? "True" : "False";
    }
}
