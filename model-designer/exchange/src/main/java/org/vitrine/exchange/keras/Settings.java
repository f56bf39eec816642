package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** The arguments that a layer was made with; what can not be honoured becomes a problem. */
final class Settings {
    private final String place;
    private final JsonNode config;
    private final Problems problems;

    Settings(String place, JsonNode config, Problems problems) {
        this.place = place;
        this.config = config;
        this.problems = problems;
    }

    JsonNode node(String name) {
        return config.path(name);
    }

    /** The same for a layer that this one wraps. */
    Settings inner(String name) {
        return new Settings(place, config.path(name).path("config"), problems);
    }

    /** Other settings of the same layer. */
    Settings of(JsonNode other) {
        return new Settings(place, other, problems);
    }

    boolean isSet(String name) {
        return !config.path(name).isMissingNode() && !config.path(name).isNull();
    }

    int whole(String name) {
        JsonNode value = config.path(name);
        if (value.isInt() && value.intValue() > 0) {
            return value.intValue();
        }
        problems.add(place, "setting.whole", name, shown(value));
        return 1;
    }

    double number(String name, double otherwise) {
        JsonNode value = config.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        problems.add(place, "setting.number", name, shown(value));
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = config.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        problems.add(place, "setting.flag", name, shown(value));
        return otherwise;
    }

    String text(String name, String otherwise) {
        JsonNode value = config.path(name);
        return value.isTextual() ? value.textValue() : otherwise;
    }

    /** A number, or the same number on each axis: here windows are square. */
    int square(String name, int otherwise) {
        JsonNode value = config.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        JsonNode first = value.isArray() ? value.path(0) : value;
        boolean same = first.isInt() && first.intValue() > 0;
        for (JsonNode other : value) {
            same &= other.equals(first);
        }
        if (!same) {
            problems.add(place, "setting.square", name, shown(value));
            return 1;
        }
        return first.intValue();
    }

    /** The setting has to be absent, null or one of these values, written as in the file. */
    void only(String name, String... values) {
        JsonNode value = config.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        if (!List.of(values).contains(text)) {
            problems.add(
                    place,
                    values.length == 0 ? "setting.absent" : "setting.only",
                    name,
                    shown(value),
                    String.join(", ", Arrays.asList(values)));
        }
    }

    /** The setting has to be this number, if it is given. */
    void only(String name, double wanted) {
        if (Math.abs(number(name, wanted) - wanted) > 1e-9) {
            problems.add(place, "setting.only", name, shown(config.path(name)), wanted);
        }
    }

    /** Channels stand last in all models that are imported. */
    void channelsLast() {
        only("data_format", "channels_last");
    }

    void problem(String key, Object... arguments) {
        problems.add(place, key, arguments);
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
