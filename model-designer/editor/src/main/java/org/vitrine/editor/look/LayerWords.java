package org.vitrine.editor.look;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Short texts about layers, for nodes and palette. */
public final class LayerWords {
    /** Values that go without saying. */
    private static final Map<String, Object> PLAIN =
            Map.of("stride", 1, "dilation", 1, "dropout", 0.0, "causal", false, "epsilon", 1e-5, "decay", 0.9);

    private LayerWords() {}

    public static String title(LayerSpec layer) {
        return words(layer.type());
    }

    public static String summary(LayerSpec layer) {
        return words(layer.type());
    }

    public static String help(LayerSpec layer) {
        return words(layer.type());
    }

    public static FormWords form(LayerSpec layer) {
        return new FormWords(LayerWords::words, LayerWords::words, value -> words(value.name()));
    }

    public static FormWords trainingForm() {
        return new FormWords(LayerWords::words, LayerWords::words, value -> words(value.name()));
    }

    private static String words(String text) {
        String spaced =
                text.replace('_', ' ').replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** The key parameters, such as {@code 16 filters, kernel 3, ReLU}. */
    public static String brief(LayerSpec layer) {
        List<String> words = Parameters.of((Record) layer).stream()
                .filter(parameter -> !parameter.value().equals(PLAIN.get(parameter.name())))
                .map(LayerWords::word)
                .flatMap(Optional::stream)
                .toList();
        return String.join(", ", words);
    }

    private static Optional<String> word(Parameter parameter) {
        Object value = parameter.value();
        if (value instanceof Enum<?> choice) {
            return Optional.of(words(choice.name()));
        }
        return Texts.find("brief." + parameter.name()).map(pattern -> pattern.replace("{0}", value.toString()));
    }
}
