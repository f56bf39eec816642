package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Layer specs and training settings as JSON fields, one for each record component. */
final class SettingsJson {
    private SettingsJson() {}

    static List<String> names(Record settings) {
        return Parameters.of(settings).stream().map(Parameter::name).toList();
    }

    static void write(Record settings, ObjectNode target) {
        for (Parameter parameter : Parameters.of(settings)) {
            Object value = parameter.value();
            String name = parameter.name();
            if (value instanceof Integer number) {
                target.put(name, number);
            } else if (value instanceof Long number) {
                target.put(name, number);
            } else if (value instanceof Boolean flag) {
                target.put(name, flag);
            } else if (value instanceof Double number) {
                writeNumber(number, name, target);
            } else if (value instanceof Enum<?> constant) {
                target.put(name, constant.name());
            } else {
                throw new IllegalStateException("No JSON form for the parameter " + name + " of " + settings);
            }
        }
    }

    /** JSON has no NaN and no infinity: they are written as text, so that autosave can keep what is being typed. */
    static void writeNumber(double number, String name, ObjectNode target) {
        if (!Double.isFinite(number)) {
            target.put(name, Double.toString(number));
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15 && Double.compare(number, -0.0) != 0) {
            target.put(name, (long) number);
        } else {
            target.put(name, number);
        }
    }

    /** The settings with the values of the fields that are there; the others stay as in {@code defaults}. */
    static <R> R read(Place place, R defaults) throws DocumentFormatException {
        R settings = defaults;
        for (Parameter parameter : Parameters.of((Record) defaults)) {
            Optional<Place> field = place.field(parameter.name());
            if (field.isPresent()) {
                settings = Parameters.with(settings, parameter.name(), value(field.get(), parameter));
            }
        }
        return settings;
    }

    private static Object value(Place place, Parameter parameter) throws DocumentFormatException {
        Class<?> type = parameter.type();
        JsonNode value = place.value();
        if (type.isEnum()) {
            return constant(place, type);
        }
        if (type == boolean.class) {
            if (!value.isBoolean()) {
                throw wrong(place, "true or false", parameter);
            }
            return value.booleanValue();
        }
        if (type == double.class) {
            if (value.isTextual() && List.of("NaN", "Infinity", "-Infinity").contains(value.textValue())) {
                return Double.valueOf(value.textValue());
            }
            if (!value.isNumber()) {
                throw wrong(place, "a number", parameter);
            }
            return value.doubleValue();
        }
        boolean whole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
        boolean fits = type == int.class ? value.canConvertToInt() : value.canConvertToLong();
        if (!whole || !fits) {
            throw wrong(place, "a whole number", parameter);
        }
        return value.longValue();
    }

    private static Object constant(Place place, Class<?> type) throws DocumentFormatException {
        String text = place.text();
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        int index = known.indexOf(text);
        if (index < 0) {
            throw place.error(
                    place.shown() + " is no known " + type.getSimpleName(), "Known are: " + Place.list(known) + ".");
        }
        return type.getEnumConstants()[index];
    }

    private static DocumentFormatException wrong(Place place, String wanted, Parameter parameter) {
        String range = parameter.range().map(SettingsJson::describe).orElse("");
        return place.error(
                "this should be " + wanted + range + ", but is " + place.shown(),
                "Correct it, or remove the field for the default " + parameter.value() + ".");
    }

    private static String describe(Range range) {
        return " from " + range.min() + " to " + range.max();
    }
}
