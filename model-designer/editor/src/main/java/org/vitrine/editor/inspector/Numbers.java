package org.vitrine.editor.inspector;

import java.math.BigDecimal;
import java.util.Optional;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.parameter.Parameter;

/** Numbers as text and back: a comma or a point, exponents, no lost digits. */
final class Numbers {
    private Numbers() {}

    static boolean isWhole(Class<?> type) {
        return type == int.class || type == long.class;
    }

    static String format(Object value) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return Long.toString(number.longValue());
        }
        double size = Math.abs(number);
        return size >= 1e-4 && size < 1e9
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : number.toString().replace(".0E", "e").replace("E", "e");
    }

    /** The number a text means for a parameter; empty if it is none or out of range. */
    static Optional<Object> parse(String text, Parameter parameter) {
        try {
            BigDecimal number = new BigDecimal(text.trim().replace(',', '.'));
            Range range = parameter.range().orElseThrow();
            boolean inside = number.doubleValue() >= range.min() && number.doubleValue() <= range.max();
            if (!inside) {
                return Optional.empty();
            }
            if (parameter.type() == int.class) {
                return Optional.of(number.intValueExact());
            }
            return Optional.of(
                    parameter.type() == long.class ? number.longValueExact() : (Object) number.doubleValue());
        } catch (ArithmeticException | NumberFormatException noSuchNumber) {
            return Optional.empty();
        }
    }

    /** The value some steps further, kept in the range; over many powers of ten, along 1, 2, 5, 10, 20... */
    static Object step(Object value, int steps, Parameter parameter) {
        Range range = parameter.range().orElseThrow();
        boolean manyPowers = parameter.type() == double.class && range.min() > 0 && range.max() / range.min() >= 1e4;
        BigDecimal start = new BigDecimal(value.toString());
        BigDecimal moved = manyPowers
                ? climb(start, steps)
                : start.add(BigDecimal.valueOf(range.step()).multiply(BigDecimal.valueOf(steps)));
        double kept = Math.max(range.min(), Math.min(range.max(), moved.doubleValue()));
        if (parameter.type() == int.class) {
            return (int) kept;
        }
        return parameter.type() == long.class ? (Object) (long) kept : (Object) kept;
    }

    /** The rung some steps from a positive number on the ladder 1, 2, 5, 10, 20... */
    private static BigDecimal climb(BigDecimal start, int steps) {
        BigDecimal value = start;
        for (int i = 0; i < Math.min(Math.abs(steps), 100); i++) {
            value = rung(value, steps > 0);
        }
        return value;
    }

    private static BigDecimal rung(BigDecimal value, boolean up) {
        int power = value.precision() - value.scale() - 1;
        BigDecimal best = value;
        for (int exponent = power - 1; exponent <= power + 1; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal rung = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                boolean beyond = up ? rung.compareTo(value) > 0 : rung.compareTo(value) < 0;
                boolean nearer =
                        best.compareTo(value) == 0 || (up ? rung.compareTo(best) < 0 : rung.compareTo(best) > 0);
                best = beyond && nearer ? rung : best;
            }
        }
        return best;
    }

    /** The range in words, such as {@code 1 to 65536}. */
    static String range(Parameter parameter) {
        Range range = parameter.range().orElseThrow();
        return Texts.text(
                isWhole(parameter.type()) ? "form.wholeRange" : "form.range", format(range.min()), format(range.max()));
    }
}
