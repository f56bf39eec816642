package org.vitrine.datasets.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;

/** The checked values of a data set's options, defaults filled in. */
final class Options {
    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    static Options of(DatasetDescriptor descriptor, Map<String, String> given) throws DatasetException {
        Map<String, String> values = new LinkedHashMap<>();
        for (DatasetOption option : descriptor.options()) {
            values.put(option.name(), option.initial());
        }
        for (Map.Entry<String, String> entry : given.entrySet()) {
            if (!values.containsKey(entry.getKey())) {
                throw new DatasetException("Data set " + descriptor.id() + " has no option \"" + entry.getKey()
                        + "\". It has: " + String.join(", ", values.keySet()) + ".");
            }
            values.put(entry.getKey(), entry.getValue().strip());
        }
        for (DatasetOption option : descriptor.options()) {
            check(descriptor, option, Objects.requireNonNull(values.get(option.name())));
        }
        return new Options(values);
    }

    int integer(String name) {
        return Integer.parseInt(text(name));
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static void check(DatasetDescriptor descriptor, DatasetOption option, String value)
            throws DatasetException {
        String needed =
                switch (option.kind()) {
                    case INTEGER ->
                        isWithin(option, integerOf(value))
                                ? ""
                                : "a whole number from " + (long) option.min() + " to " + (long) option.max();
                    case NUMBER ->
                        isWithin(option, numberOf(value))
                                ? ""
                                : "a number from " + option.min() + " to " + option.max();
                    case CHOICE ->
                        option.choices().contains(value) ? "" : "one of " + String.join(", ", option.choices());
                    case FILE -> value.isEmpty() ? "the path of a file" : "";
                    case TEXT -> "";
                };
        if (!needed.isEmpty()) {
            throw new DatasetException("Option \"" + option.name() + "\" of data set " + descriptor.id() + " must be "
                    + needed + ", not \"" + value + "\".");
        }
    }

    private static boolean isWithin(DatasetOption option, double value) {
        return value >= option.min() && value <= option.max();
    }

    private static double integerOf(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double numberOf(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
