package org.vitrine.graph.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

class SpecTextsTest {

    /** Those of the catalogue, and what only blocks bring. */
    private static List<LayerSpec> layers() {
        List<LayerSpec> layers = new ArrayList<>(LayerCatalogue.defaults());
        layers.add(new BlockInput(0));
        layers.add(new Block("block", ModelGraph.EMPTY, List.of(), 1));
        return layers;
    }

    @Test
    void everyLayerHasItsTexts() {
        for (LayerSpec layer : layers()) {
            assertThat(SpecTexts.title(layer)).isNotBlank().hasSizeLessThan(24);
            assertThat(SpecTexts.summary(layer)).endsWith(".").hasSizeLessThan(80);
            assertThat(SpecTexts.help(layer)).endsWith(".").hasSizeGreaterThan(80);
            checkParameters((Record) layer);
        }
    }

    @Test
    void everyTrainingSettingHasItsTexts() {
        checkParameters(TrainingSettings.DEFAULT);
    }

    @Test
    void everyFamilyHasAName() {
        for (Family family : Family.values()) {
            assertThat(SpecTexts.constant(family)).isNotBlank();
        }
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> wanted = new TreeSet<>();
        List<Record> settings = new ArrayList<>(List.of(TrainingSettings.DEFAULT));
        layers().forEach(layer -> settings.add((Record) layer));
        for (Record record : settings) {
            String type = record.getClass().getSimpleName();
            wanted.addAll(List.of(type + ".title", type + ".summary", type + ".help"));
            for (Parameter parameter : Parameters.of(record)) {
                wanted.add(type + "." + parameter.name() + ".label");
                wanted.add(type + "." + parameter.name() + ".help");
                constants(parameter).forEach(constant -> wanted.add(key(constant)));
            }
        }
        for (Family family : Family.values()) {
            wanted.add(key(family));
        }
        Set<String> present = new TreeSet<>();
        for (String bundle : List.of("org.vitrine.graph.layer.layers", "org.vitrine.graph.model.training")) {
            present.addAll(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet());
        }
        assertThat(present).isEqualTo(wanted);
    }

    private static void checkParameters(Record settings) {
        for (Parameter parameter : Parameters.of(settings)) {
            assertThat(SpecTexts.label(settings.getClass(), parameter.name()))
                    .isNotBlank()
                    .hasSizeLessThan(24);
            assertThat(SpecTexts.help(settings.getClass(), parameter.name())).matches(".*[.?]");
            constants(parameter).forEach(constant -> assertThat(SpecTexts.constant(constant))
                    .isNotBlank());
        }
    }

    private static List<Enum<?>> constants(Parameter parameter) {
        List<Enum<?>> constants = new ArrayList<>();
        if (parameter.type().isEnum()) {
            for (Object constant : parameter.type().getEnumConstants()) {
                constants.add((Enum<?>) constant);
            }
        }
        return constants;
    }

    private static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
