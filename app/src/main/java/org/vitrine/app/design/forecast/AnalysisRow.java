package org.vitrine.app.design.forecast;

import java.util.OptionalDouble;
import org.vitrine.graph.cost.LayerCost;

/**
 * A node in the table.
 *
 * @param title of its type, for people
 * @param seconds of an iteration, forward and backward, if they were measured
 */
record AnalysisRow(LayerCost cost, String title, OptionalDouble seconds) {
    String name() {
        return cost.node().value();
    }

    String output() {
        return cost.output().text();
    }

    /** The receptive field and its stride in words. */
    String field() {
        return cost.field().map(FieldText::of).orElse("\u2013");
    }

    /** For sorting: whole is more than any number. */
    double fieldSize() {
        return cost.field()
                .map(field -> field.whole() ? Double.MAX_VALUE : field.size())
                .orElse(-1.0);
    }
}
