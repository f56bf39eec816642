package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vitrine.graph.layer.Activation;

/** Activation functions, as arguments and as layers. */
final class Activations {
    /** The slope of the leaky ReLU here. */
    private static final double LEAK = 0.01;

    private Activations() {}

    /** The function that an argument names. */
    static Activation of(Site site, String setting) {
        JsonNode value = site.settings().node(setting);
        return named(site, setting, value);
    }

    private static Activation named(Site site, String setting, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Activation.IDENTITY;
        }
        if (value.isObject()) {
            JsonNode config = value.path("config");
            return config.isTextual()
                    ? byName(site, setting, config.textValue())
                    : layer(site, value.path("class_name").asText(), settings(site, value));
        }
        return byName(site, setting, value.asText());
    }

    private static Settings settings(Site site, JsonNode value) {
        return site.settings().of(value.path("config"));
    }

    private static Activation byName(Site site, String setting, String name) {
        return switch (name) {
            case "linear" -> Activation.IDENTITY;
            case "relu" -> Activation.RELU;
            case "elu" -> Activation.ELU;
            case "gelu" -> Activation.GELU;
            case "swish", "silu" -> Activation.SWISH;
            case "tanh" -> Activation.TANH;
            case "sigmoid" -> Activation.SIGMOID;
            case "softmax" -> Activation.SOFTMAX;
            default -> throw site.refuse("activation.unknown", setting, name);
        };
    }

    static boolean isLayer(String type) {
        return List.of("Activation", "ReLU", "LeakyReLU", "ELU", "Softmax").contains(type);
    }

    /** The function that a layer of its own is. */
    static Activation layer(Site site, String type, Settings settings) {
        return switch (type) {
            case "Activation" -> of(site, "activation");
            case "ReLU" -> {
                settings.only("max_value");
                settings.only("threshold", 0);
                double slope = settings.number("negative_slope", 0);
                yield slope == 0 ? Activation.RELU : leaky(site, slope);
            }
            case "LeakyReLU" -> leaky(site, settings.number(settings.isSet("alpha") ? "alpha" : "negative_slope", 0.3));
            case "ELU" -> {
                settings.only("alpha", 1);
                yield Activation.ELU;
            }
            case "Softmax" -> {
                settings.only("axis", "-1", "[-1]");
                yield Activation.SOFTMAX;
            }
            default -> throw site.refuse("activation.unknown", "activation", type);
        };
    }

    private static Activation leaky(Site site, double slope) {
        if (Math.abs(slope - LEAK) > 1e-6) {
            throw site.refuse("activation.slope", (float) slope, LEAK);
        }
        return Activation.LEAKY_RELU;
    }
}
