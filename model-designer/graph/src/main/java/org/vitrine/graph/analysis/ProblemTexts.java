package org.vitrine.graph.analysis;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.vitrine.graph.model.NodeId;

/** Texts of problems and fixes. */
final class ProblemTexts {
    private static final int NAMES_SHOWN = 6;

    private ProblemTexts() {}

    static String of(String key, List<Object> arguments) {
        String pattern = ResourceBundle.getBundle("org.vitrine.graph.analysis.problems", Locale.getDefault())
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    /** Node names in a row, shortened when there are many. */
    static String names(Collection<NodeId> nodes, String separator) {
        String shown = nodes.stream().limit(NAMES_SHOWN).map(NodeId::value).collect(Collectors.joining(separator));
        return nodes.size() > NAMES_SHOWN ? shown + separator + "…" : shown;
    }
}
