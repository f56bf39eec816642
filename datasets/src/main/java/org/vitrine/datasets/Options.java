package org.vitrine.datasets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The checked values of the options of a data set or a step, defaults filled in. */
public final class Options {
    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    public static Options of(DatasetDescriptor descriptor, Map<String, String> given) throws DatasetException {
        return of("Data set " + descriptor.id(), descriptor.options(), given);
    }

    /**
     * Checks given values.
     *
     * @param owner how messages call what has the options, such as {@code Data set iris}
     * @throws DatasetException if there is no such option, or a value that it can not take
     */
    public static Options of(String owner, List<DatasetOption> options, Map<String, String> given)
            throws DatasetException {
        Map<String, String> values = new LinkedHashMap<>();
        for (DatasetOption option : options) {
            values.put(option.name(), option.initial());
        }
        for (Map.Entry<String, String> entry : given.entrySet()) {
            if (!values.containsKey(entry.getKey())) {
                throw new DatasetException(owner + " has no option \"" + entry.getKey() + "\". It has: "
                        + String.join(", ", values.keySet()) + ".");
            }
            values.put(entry.getKey(), entry.getValue().strip());
        }
        for (DatasetOption option : options) {
            check(owner, option, Objects.requireNonNull(values.get(option.name())));
        }
        return new Options(values);
    }

    public int integer(String name) {
        return Integer.parseInt(text(name));
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    public String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static void check(String owner, DatasetOption option, String value) throws DatasetException {
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
                    case FOLDER -> value.isEmpty() ? "the path of a folder" : "";
                    case TEXT -> "";
                };
        if (!needed.isEmpty()) {
            throw new DatasetException(
                    owner + ": option \"" + option.name() + "\" must be " + needed + ", not \"" + value + "\".");
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
