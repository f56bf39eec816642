package org.vitrine.editor.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.BlockParameters;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.parameter.SpecTexts;

/** Texts about layers as nodes and forms need them. */
public final class LayerWords {
    /** Values that go without saying on a node. */
    private static final Map<String, Object> PLAIN = Map.ofEntries(
            Map.entry("stride", 1),
            Map.entry("dilation", 1),
            Map.entry("padding", Padding.SAME),
            Map.entry("dropout", 0.0),
            Map.entry("causal", false),
            Map.entry("epsilon", 1e-5),
            Map.entry("decay", 0.9),
            Map.entry("labelSmoothing", 0.0),
            Map.entry("focusing", 0.0),
            Map.entry("delta", 1.0));

    private LayerWords() {}

    /** The key parameters on one line, such as {@code 16 filters, kernel 3, ReLU}. */
    public static String brief(LayerSpec layer) {
        if (layer instanceof Block block) {
            return brief(block);
        }
        List<String> words = Parameters.of((Record) layer).stream()
                .filter(parameter -> !parameter.value().equals(PLAIN.get(parameter.name())))
                .map(LayerWords::word)
                .flatMap(Optional::stream)
                .toList();
        return String.join(", ", words);
    }

    /** What a block holds, and what it is set to, such as {@code 5 layers, heads 4}. */
    private static String brief(Block block) {
        List<String> words = new ArrayList<>();
        words.add(Texts.text("brief.block", block.withRepeat(1).layers()));
        for (Parameter parameter : BlockParameters.of(block)) {
            Object value = parameter.value();
            words.add(parameter.name() + " "
                    + (value instanceof Enum<?> choice ? SpecTexts.constant(choice) : value.toString()));
        }
        return String.join(", ", words);
    }

    private static Optional<String> word(Parameter parameter) {
        Object value = parameter.value();
        if (value instanceof Enum<?> choice) {
            return Optional.of(SpecTexts.constant(choice));
        }
        return Texts.find("brief." + parameter.name()).map(pattern -> pattern.replace("{0}", value.toString()));
    }

    /** The form of a layer's parameters. */
    public static FormWords form(LayerSpec layer) {
        return words(layer.getClass());
    }

    /** The form of the training settings. */
    public static FormWords trainingForm() {
        return words(TrainingSettings.class);
    }

    private static FormWords words(Class<?> settings) {
        return new FormWords(
                component -> SpecTexts.label(settings, component),
                component -> SpecTexts.help(settings, component),
                SpecTexts::constant);
    }
}
