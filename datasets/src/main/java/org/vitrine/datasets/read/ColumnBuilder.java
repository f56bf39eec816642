package org.vitrine.datasets.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects the cells of one column; its memory does not depend on how long texts are in a column of many texts. */
final class ColumnBuilder {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");
    /** Beyond this squares overflow and floats are near their end. */
    private static final double LARGEST = 1e30;

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_CATEGORY = 500;

    private final Map<String, Integer> codeByText = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private double[] numbers = new double[64];
    private int[] codes = new int[64];
    private boolean tooManyTexts;
    private int size;
    private int numeric;
    private int missing;
    private int firstText = -1;
    private String firstTextCell = "";
    private final DateColumn dates = new DateColumn();
    private final char decimal;

    /** @param decimal point or comma */
    ColumnBuilder(char decimal) {
        this.decimal = decimal;
    }

    void add(String cell) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            codes = tooManyTexts ? codes : Arrays.copyOf(codes, 2 * size);
        }
        boolean isMissing = isMissing(cell);
        double number = isMissing ? Double.NaN : number(cell, decimal);
        numbers[size] = number;
        if (!tooManyTexts) {
            codes[size] = isMissing ? -1 : code(cell);
        }
        if (isMissing) {
            missing++;
        } else if (Double.isNaN(number)) {
            if (firstText < 0) {
                firstText = size;
                firstTextCell = cell;
            }
            if (dates.isPossible()) {
                dates.add(size, cell);
            }
        } else {
            numeric++;
            dates.stop();
        }
        size++;
    }

    Column build(String name) {
        return new Column(
                name,
                Arrays.copyOf(numbers, size),
                tooManyTexts ? new int[0] : Arrays.copyOf(codes, size),
                List.copyOf(texts),
                numeric,
                missing,
                firstText,
                firstTextCell,
                dates.found(size));
    }

    private int code(String cell) {
        Integer known = codeByText.get(cell);
        if (known != null) {
            return known;
        }
        if (texts.size() == Column.MOST_TEXTS || cell.length() > LONGEST_CATEGORY) {
            tooManyTexts = true;
            codes = new int[0];
            return 0;
        }
        codeByText.put(cell, texts.size());
        texts.add(cell);
        return texts.size() - 1;
    }

    static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The number in a cell, with a decimal point or comma; NaN if there is none. */
    static double number(String cell, char decimal) {
        if (decimal != ',') {
            return number(cell);
        }
        return cell.indexOf('.') >= 0 ? Double.NaN : number(cell.replace(',', '.'));
    }

    /** The number in a cell, NaN if there is none; stricter than Java, which would take 1d or 0x1p3. */
    static double number(String cell) {
        if (cell.length() > LONGEST_NUMBER) {
            return Double.NaN;
        }
        boolean digits = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            digits |= c >= '0' && c <= '9';
            if ("0123456789+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        if (!digits) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(cell);
            return Math.abs(number) <= LARGEST ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
