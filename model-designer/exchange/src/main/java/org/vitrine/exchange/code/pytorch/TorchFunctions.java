package org.vitrine.exchange.code.pytorch;

import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;

/** Activation functions, and what several layers write. */
final class TorchFunctions {
    private TorchFunctions() {}

    /** The function of an expression of a shape. */
    static String applied(Activation activation, String to, Shape shape) {
        return switch (activation) {
            case IDENTITY -> to;
            case RELU -> "F.relu(" + to + ")";
            case LEAKY_RELU -> "F.leaky_relu(" + to + ", 0.01)";
            case ELU -> "F.elu(" + to + ")";
            case GELU -> "F.gelu(" + to + ")";
            case SWISH -> "F.silu(" + to + ")";
            case TANH -> "torch.tanh(" + to + ")";
            case SIGMOID -> "torch.sigmoid(" + to + ")";
            case SOFTMAX -> "torch.softmax(" + to + ", dim=" + (shape instanceof Image ? 1 : -1) + ")";
        };
    }

    /** The function as a module; empty for the identity. */
    static String module(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "";
            case RELU -> "nn.ReLU()";
            case LEAKY_RELU -> "nn.LeakyReLU(0.01)";
            case ELU -> "nn.ELU()";
            case GELU -> "nn.GELU()";
            case SWISH -> "nn.SiLU()";
            case TANH -> "nn.Tanh()";
            case SIGMOID -> "nn.Sigmoid()";
            case SOFTMAX -> "nn.Softmax(dim=-1)";
        };
    }

    /** Zeros at the steps that are padding. */
    static String hidden(Site site, String expression) {
        if (!site.isMasked()) {
            return expression;
        }
        boolean sum = expression.matches("\\w+ [-+*/].*");
        return (sum ? "(" + expression + ")" : expression) + " * " + site.mask() + "[..., None]";
    }

    /** Declares a linear layer, and how its weights are loaded. */
    static void linear(Site site, String module, long from, long to, String key) {
        site.declare("self." + module + " = nn.Linear(" + from + ", " + to + ")");
        loadLinear(site, module, key);
    }

    static void loadLinear(Site site, String module, String key) {
        site.load("put(model." + module + ".weight, w[\"" + key + "/W\"].T)");
        site.load("put(model." + module + ".bias, w[\"" + key + "/b\"])");
    }

    /** Sets the node's variable. */
    static void result(Site site, String expression) {
        site.forward(site.name() + " = " + expression);
    }
}
