package org.vitrine.exchange.code.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** What several layers write. Classes are asked for by {@link Site#use}, which becomes an import. */
final class JavaSite {
    static final String CONF = "org.deeplearning4j.nn.conf.";
    static final String STOCK = CONF + "layers.";
    static final String VERTEX = CONF + "graph.";
    static final String OURS = "org.vitrine.worker.layers.";
    static final String PARTS = "org.vitrine.worker.parts.";

    /** Marks around each layer. */
    static final String FROM = "\u0001";

    static final String TO = "\u0002";
    private static final int WIDE = 100;

    private JavaSite() {}

    static String quoted(Object text) {
        return "\"" + text + "\"";
    }

    static String sources(Site site) {
        return site.sources().stream().map(JavaSite::quoted).collect(Collectors.joining(", "));
    }

    /** Adds a layer of Deeplearning4j, made by a builder. */
    static void stock(Site site, String type, String arguments, String settings) {
        site.use(STOCK + type);
        layer(
                site,
                site.id().value(),
                "new " + simple(type) + ".Builder(" + arguments + ")" + settings + ".build()",
                sources(site));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Adds a layer of Vitrine with its sizes, and says why. */
    static void ours(Site site, String why, String type, String arguments) {
        ours(site, why, type, arguments, "");
    }

    static void ours(Site site, String why, String type, String arguments, String more) {
        site.use(OURS + type);
        site.declare("// Vitrine's: " + why);
        String made = "sized(new " + type + "(" + arguments + ")" + more + ", " + site.inChannels() + ", "
                + site.outChannels() + ")";
        layer(site, site.id().value(), made, sources(site));
    }

    /** Adds a layer; it stands between marks where the program may say how weights are kept small. */
    static void layer(Site site, String name, String made, String from) {
        String call = ".addLayer(" + quoted(name) + ", " + FROM + made + TO + ", " + from + ")";
        if (call.length() <= WIDE) {
            site.declare(call);
            return;
        }
        site.declare(".addLayer(");
        site.declare("        " + quoted(name) + ",");
        List<String> parts = chained(made);
        for (int i = 0; i < parts.size(); i++) {
            String start = i == 0 ? "        " + FROM : "                ";
            site.declare(start + parts.get(i) + (i == parts.size() - 1 ? TO + "," : ""));
        }
        site.declare("        " + from + ")");
    }

    /** A builder's calls one by one, if they are too many for a line. */
    private static List<String> chained(String made) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < made.length() && made.length() > WIDE; i++) {
            char character = made.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 && made.startsWith(").", i)) {
                parts.add(made.substring(from, i + 1));
                from = i + 1;
            }
        }
        parts.add(made.substring(from));
        return parts;
    }

    /** Adds a vertex without parameters. */
    static void vertex(Site site, String made) {
        site.declare(".addVertex(" + quoted(site.id()) + ", " + made + ", " + sources(site) + ")");
    }

    static void oursVertex(Site site, String why, String type, String made) {
        site.use(PARTS + type);
        site.declare("// Vitrine's: " + why);
        vertex(site, made);
    }

    static String sizes(long in, long out) {
        return ".nIn(" + in + ").nOut(" + out + ")";
    }

    static String window(Site site, int stride, int dilation, Padding padding, boolean twoAxes) {
        site.use(CONF + "ConvolutionMode");
        String second = twoAxes ? ", " : "";
        return ".stride(" + stride + (twoAxes ? second + stride : "") + ")"
                + (dilation == 1 ? "" : ".dilation(" + dilation + (twoAxes ? second + dilation : "") + ")")
                + ".convolutionMode(ConvolutionMode." + (padding == Padding.SAME ? "Same" : "Truncate") + ")";
    }

    /** An expression of the activation function, right for the site's output. */
    static String activation(Site site, Activation activation) {
        boolean axes = site.output() instanceof Image || site.output() instanceof Sequence;
        String stock = "org.nd4j.linalg.activations.impl.";
        String type =
                switch (activation) {
                    case IDENTITY -> stock + "ActivationIdentity";
                    case RELU -> stock + "ActivationReLU";
                    case LEAKY_RELU -> stock + "ActivationLReLU";
                    case ELU -> stock + "ActivationELU";
                    // Deeplearning4j's own is an approximation, and its exact one is wrong.
                    case GELU -> "org.vitrine.worker.kernels.GeluActivation";
                    case SWISH -> stock + "ActivationSwish";
                    case TANH -> stock + "ActivationTanH";
                    case SIGMOID -> stock + "ActivationSigmoid";
                    // Deeplearning4j's own runs over the last axis: width or time.
                    case SOFTMAX -> axes ? PARTS + "ChannelSoftmax" : stock + "ActivationSoftmax";
                };
        site.use(type);
        return "new " + simple(type) + "()";
    }

    /** The activation as a builder's setting; the default of builders is no activation in all that are used here. */
    static String activated(Site site, Activation activation) {
        return ".activation(" + activation(site, activation) + ")";
    }

    /** Weights of a layer that lie in the file as in the layer. */
    static void loads(Site site, String... keys) {
        for (String key : keys) {
            put(site, site.id().value(), key, array(site, key));
        }
    }

    static void put(Site site, String layer, String key, String values) {
        site.load("put(model, " + quoted(layer) + ", " + quoted(key) + ", " + values + ");");
    }

    /** An array of the file. */
    static String array(Site site, String key) {
        return "w.get(" + quoted(site.id() + "/" + key) + ")";
    }
}
