package org.vitrine.app.explain.live;

import java.util.List;
import org.vitrine.app.sketch.Framing;

/** How inputs of a model are given by hand. */
public sealed interface LiveInput {

    /**
     * Drawn.
     *
     * @param ground 0xRRGGBB of an empty picture
     * @param framing how the data set has what is drawn
     * @param strip whether it is read column by column, as a sequence
     */
    record Drawing(int channels, int height, int width, int ground, Framing framing, boolean strip)
            implements LiveInput {}

    /**
     * Typed.
     *
     * @param separator between the words of an example
     */
    record Writing(String separator) implements LiveInput {}

    /** Set, column by column. */
    record Columns(List<Column> columns) implements LiveInput {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of a table.
     *
     * @param choices the categories; empty for a number or a date
     * @param least in the training data
     * @param most in the training data
     * @param whole whether only whole numbers occur
     * @param date whether it takes dates, written as yyyy-mm-dd
     */
    record Column(String name, List<String> choices, double least, double most, boolean whole, boolean date) {
        public Column {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Dragged, point by point.
     *
     * @param least of each column in the training data
     * @param most of each column in the training data
     */
    record Recording(List<String> columns, int length, List<Double> least, List<Double> most) implements LiveInput {
        public Recording {
            columns = List.copyOf(columns);
            least = List.copyOf(least);
            most = List.copyOf(most);
        }
    }

    /** Not by hand. */
    record Refused(String why) implements LiveInput {}
}
