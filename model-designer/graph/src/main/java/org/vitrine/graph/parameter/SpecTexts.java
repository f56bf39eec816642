package org.vitrine.graph.parameter;

import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.TrainingSettings;

/** What users read about layers and training settings: {@code layers.properties} and {@code training.properties}. */
public final class SpecTexts {
    private static final String LAYERS = "org.vitrine.graph.layer.layers";
    private static final String TRAINING = "org.vitrine.graph.model.training";

    private SpecTexts() {}

    /** The name of a layer in the palette, such as {@code Convolution 2D}; blocks have names of their own. */
    public static String title(LayerSpec layer) {
        if (layer instanceof Block block && !block.name().isBlank()) {
            return block.name();
        }
        return text(layer.getClass(), "title");
    }

    /** One sentence: what a layer does. */
    public static String summary(LayerSpec layer) {
        return text(layer.getClass(), "summary");
    }

    /** What a layer computes and when to use it. */
    public static String help(LayerSpec layer) {
        return text(layer.getClass(), "help");
    }

    /** The label of a component of a layer spec or of the {@link TrainingSettings}, such as {@code Learning rate}. */
    public static String label(Class<?> settings, String component) {
        return text(settings, component + ".label");
    }

    /** What a component does and which values are usual. */
    public static String help(Class<?> settings, String component) {
        return text(settings, component + ".help");
    }

    /** The name of a choice: a constant of an enum of the layers (family included) or the training settings. */
    public static String constant(Enum<?> constant) {
        return text(constant.getDeclaringClass(), constant.name());
    }

    private static String text(Class<?> owner, String key) {
        boolean training = !LayerSpec.class.isAssignableFrom(owner)
                && owner.getPackageName().equals(TrainingSettings.class.getPackageName());
        String bundle = training ? TRAINING : LAYERS;
        return ResourceBundle.getBundle(bundle, Locale.getDefault()).getString(owner.getSimpleName() + "." + key);
    }
}
