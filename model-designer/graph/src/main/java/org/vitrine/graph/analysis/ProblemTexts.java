package org.vitrine.graph.analysis;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.SpecTexts;

/** Texts of problems and fixes. */
final class ProblemTexts {
    private static final int NAMES_SHOWN = 6;

    private ProblemTexts() {}

    static String of(String key, List<Object> arguments) {
        String pattern = ResourceBundle.getBundle("org.vitrine.graph.analysis.problems", Locale.getDefault())
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream().map(ProblemTexts::shown).toArray());
    }

    /** The lesson of a kind of problem. */
    static String why(String key) {
        return lessons().getString(key);
    }

    /** All kinds of problems. */
    static Set<String> kinds() {
        return new TreeSet<>(lessons().keySet());
    }

    private static ResourceBundle lessons() {
        return ResourceBundle.getBundle("org.vitrine.graph.analysis.lessons", Locale.getDefault());
    }

    /** Layers and choices by the names that users know; numbers are left to the format. */
    private static Object shown(Object argument) {
        if (argument instanceof GlobalPooling pooling) {
            return SpecTexts.title(pooling) + " (" + SpecTexts.constant(pooling.mode()) + ")";
        }
        if (argument instanceof Convolution2D convolution && convolution.kernel() == 1) {
            String stride = convolution.stride() == 1 ? "" : ", stride " + convolution.stride();
            return SpecTexts.title(convolution) + " (1 × 1" + stride + ")";
        }
        if (argument instanceof LayerSpec layer) {
            return SpecTexts.title(layer);
        }
        return argument instanceof Enum<?> constant ? SpecTexts.constant(constant) : argument;
    }

    /** Node names in a row, shortened when there are many. */
    static String names(Collection<NodeId> nodes, String separator) {
        String shown = nodes.stream().limit(NAMES_SHOWN).map(NodeId::value).collect(Collectors.joining(separator));
        return nodes.size() > NAMES_SHOWN ? shown + separator + "…" : shown;
    }
}
