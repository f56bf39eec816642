package org.vitrine.datasets;

import java.util.List;
import org.vitrine.graph.shape.Shape;

/** What the examples are between two steps; each kind has its kind of {@link Value}. */
public sealed interface Content {

    /** {@link Value.Text}. */
    record Text() implements Content {}

    /** {@link Value.Words} of any length. */
    record Words(Vocabulary vocabulary) implements Content {}

    /** {@link Value.Cells}. */
    record Cells(List<ColumnType> columns) implements Content {
        public Cells {
            columns = List.copyOf(columns);
        }
    }

    /**
     * {@link Value.Numbers} [columns, time] of any length: a part has one long record, or a few.
     *
     * @param columns names of what was measured
     * @param scales give the raw numbers back
     */
    record Series(List<String> columns, List<Scale> scales) implements Content {
        public Series {
            columns = List.copyOf(columns);
            scales = List.copyOf(scales);
        }
    }

    /** {@link Value.Numbers} of one shape, which a network can take. */
    record Ready(Shape shape, Presentation presentation) implements Content {}

    /**
     * A column of a table.
     *
     * @param categories the texts of a CATEGORY in the order of their indicators; else empty
     */
    record ColumnType(String name, Kind kind, List<String> categories) {
        /** What stands in the cells; a DATE is written as yyyy-mm-dd. */
        public enum Kind {
            NUMBER,
            CATEGORY,
            DATE
        }

        public ColumnType {
            categories = List.copyOf(categories);
        }
    }

    /** In words, such as {@code text} or {@code 1 x 28 x 28 image}. */
    default String text() {
        if (this instanceof Ready ready) {
            return ready.shape().text();
        }
        if (this instanceof Cells cells) {
            return "rows of " + cells.columns().size() + " columns";
        }
        if (this instanceof Series series) {
            return "a record of " + series.columns().size() + " columns";
        }
        return this instanceof Words ? "words" : "text";
    }
}
