package org.vitrine.exchange.code.keras;

import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;

/** Activation functions, and what several layers write. */
final class KerasFunctions {
    private KerasFunctions() {}

    /** The function as an argument's value. */
    static String name(Site site, Activation activation) {
        return switch (activation) {
            case IDENTITY -> "None";
            case RELU -> "\"relu\"";
            case LEAKY_RELU -> {
                site.use("leaky_relu");
                yield "leaky_relu";
            }
            case ELU -> "\"elu\"";
            case GELU -> "\"gelu\"";
            case SWISH -> "\"silu\"";
            case TANH -> "\"tanh\"";
            case SIGMOID -> "\"sigmoid\"";
            case SOFTMAX -> "\"softmax\"";
        };
    }

    /** The argument of a layer; empty for the identity. */
    static String argument(Site site, Activation activation) {
        return activation == Activation.IDENTITY ? "" : ", activation=" + name(site, activation);
    }

    /** The first line of a layer, and that it starts from the program's initial weights. */
    static String layer(Site site, String type, String arguments) {
        return layer(site.name(), type, arguments);
    }

    static String layer(String name, String type, String arguments) {
        return "layers." + type + "(" + (arguments.isEmpty() ? "" : arguments + ", ") + "name=\"" + name + "\")";
    }

    /** Zeros at the steps that are padding. */
    static String hidden(Site site, String expression) {
        return hidden(expression, site.mask(), site);
    }

    static String hidden(String expression, String mask, Site site) {
        if (mask.isEmpty()) {
            return expression;
        }
        site.use("real");
        boolean sum = expression.matches("\\w+ [-+*/].*");
        return (sum ? "(" + expression + ")" : expression) + " * real(" + mask + ")";
    }

    static void result(Site site, String expression) {
        site.forward(site.name() + " = " + expression);
    }

    /** How the weights of a layer are set, in its own order. */
    static void weights(Site site, String layer, String... values) {
        site.load("put(\"" + layer + "\", " + String.join(", ", values) + ")");
    }

    /** An array of the file. */
    static String w(Site site, String key) {
        return "w[\"" + site.id() + "/" + key + "\"]";
    }
}
