package org.vitrine.app.design.templates;

import java.util.List;
import org.vitrine.graph.model.GraphDocument;

/** How a template goes with another data set. */
public sealed interface Fit {

    /** No other data set was asked for. */
    record OwnData() implements Fit {}

    /** The data set is read. */
    record Checking(String data) implements Fit {}

    /** It goes, after these changes. */
    record Fits(String data, GraphDocument document, List<String> changes) implements Fit {
        public Fits {
            changes = List.copyOf(changes);
        }
    }

    /** It does not go, or the data could not be read. */
    record Refused(String data, String why) implements Fit {}
}
