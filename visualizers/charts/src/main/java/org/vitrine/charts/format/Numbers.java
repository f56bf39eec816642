package org.vitrine.charts.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers with sensible digits. The minus sign is the typographic one (U+2212); a missing value is an en dash. */
public final class Numbers {
    private static final String MISSING = "\u2013";

    private Numbers() {}

    /** Up to {@code digits} significant digits: 0.2134, 12.5k, 3.2M, 1.5e-6. */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "\u2212\u221e";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        double size = Math.abs(rounded.doubleValue());
        if (size < 1e-3) {
            return scientific(rounded, digits);
        }
        if (size >= 1e15) {
            return scientific(rounded, digits);
        }
        if (size >= 1e4) {
            int group = size >= 1e12 ? 12 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 3;
            String suffix = group == 12 ? "T" : group == 9 ? "G" : group == 6 ? "M" : "k";
            return minus(plain(rounded.movePointLeft(group))) + suffix;
        }
        return minus(plain(rounded));
    }

    /** Four significant digits, what a read-out shows. */
    public static String value(double value) {
        return significant(value, 4);
    }

    /** Like {@link #significant} with an explicit plus sign. */
    public static String signed(double value, int digits) {
        String text = significant(value, digits);
        return value > 0 ? "+" + text : text;
    }

    /** A share in [0, 1] as a percentage with one decimal: 96.4%. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return MISSING;
        }
        return minus(String.format(Locale.ROOT, "%.1f%%", 100 * share));
    }

    /** A whole number with thin spaces between groups of three digits. */
    public static String count(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009'));
    }

    /** The label of an axis tick when ticks are {@code step} apart: just enough decimals, k and M for large numbers. */
    public static String tick(double value, double step) {
        if (value == 0) {
            return "0";
        }
        double size = Math.max(Math.abs(value), step);
        if (size >= 1e15 || step < 1e-4) {
            int digits =
                    Math.max(1, (int) Math.floor(Math.log10(size)) - (int) Math.floor(Math.log10(step) + 1e-9) + 1);
            return scientific(new BigDecimal(value).round(new MathContext(digits)), digits);
        }
        if (Math.abs(value) >= 1e4) {
            int group = size >= 1e12 ? 12 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 3;
            String suffix = group == 12 ? "T" : group == 9 ? "G" : group == 6 ? "M" : "k";
            return fixed(value / Math.pow(10, group), step / Math.pow(10, group)) + suffix;
        }
        return fixed(value, step);
    }

    private static String fixed(double value, double step) {
        int decimals = Math.min(12, Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return minus(plain(rounded));
    }

    private static String scientific(BigDecimal value, int digits) {
        int exponent = value.precision() - value.scale() - 1;
        BigDecimal mantissa = value.movePointLeft(exponent).round(new MathContext(digits));
        return minus(plain(mantissa) + "e" + exponent);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
