package org.vitrine.app.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.parameter.SpecTexts;

/** Settings of layers and data on one line each, with the names that the designer shows. */
final class SettingTexts {
    private SettingTexts() {}

    /** Such as {@code Convolution 2D: filters 6, kernel 5, activation ReLU}. */
    static String line(LayerSpec layer) {
        String title = SpecTexts.title(layer);
        String settings = Parameters.of((Record) layer).stream()
                .map(parameter -> setting(layer, parameter))
                .collect(Collectors.joining(", "));
        return settings.isEmpty() ? title : title + ": " + settings;
    }

    private static String setting(LayerSpec layer, Parameter parameter) {
        String label = SpecTexts.label(layer.getClass(), parameter.name());
        String name = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        Object value = parameter.value();
        if (value instanceof Enum<?> choice) {
            return name + " " + SpecTexts.constant(choice);
        }
        return name + " " + (value instanceof Double number ? Figures.number(number) : value);
    }

    /** Such as {@code cars › standardise mean 0}. */
    static String line(DataReference data) {
        StringBuilder line = new StringBuilder(data.dataset() + options(data.options()));
        data.steps()
                .ifPresent(steps -> steps.forEach(
                        step -> line.append(" \u203a ").append(step.step()).append(options(step.options()))));
        return line.toString();
    }

    private static String options(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
