package org.vitrine.graph.compare;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;

/**
 * How a second document differs from a first one; where nodes stand does not count.
 *
 * @param settings of training, the title and the data, that have other values
 */
public record DocumentComparison(GraphComparison graph, List<ParameterChange> settings) {
    /** Names of changes that are no training settings. */
    public static final String TITLE = "title";

    public static final String DATA = "data";

    public DocumentComparison {
        settings = List.copyOf(settings);
    }

    public static DocumentComparison of(GraphDocument before, GraphDocument after) {
        List<ParameterChange> settings = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            settings.add(new ParameterChange(TITLE, before.title(), after.title()));
        }
        if (!before.data().equals(after.data())) {
            settings.add(new ParameterChange(DATA, text(before.data()), text(after.data())));
        }
        settings.addAll(ParameterChange.between(before.training(), after.training()));
        return new DocumentComparison(
                GraphComparison.of(before.flat().graph(), after.flat().graph()), settings);
    }

    private static String text(DataReference data) {
        String options = data.options().isEmpty() ? "" : " " + data.options();
        String steps = data.steps()
                .map(list -> " " + list.stream().map(step -> step.step()).toList())
                .orElse("");
        return data.dataset() + options + steps;
    }

    public boolean isEmpty() {
        return graph.isEmpty() && settings.isEmpty();
    }

    /** How many differences there are. */
    public int size() {
        return graph.size() + settings.size();
    }
}
