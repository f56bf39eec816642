package org.vitrine.datasets;

import java.util.List;

/** How an input is shown to a person. */
public sealed interface Presentation {

    /** An image, [channels, height, width] with values from 0 to 1; one channel is grey, three are RGB. */
    record Picture() implements Presentation {}

    /** Token ids that the vocabulary turns back into text. */
    record Text(Vocabulary vocabulary) implements Presentation {}

    /** Columns; the scales give the raw numbers back. */
    record Table(List<String> columns, List<Scale> scales) implements Presentation {
        public Table {
            columns = List.copyOf(columns);
            scales = List.copyOf(scales);
        }
    }

    /** Points in the plane, unscaled. */
    record Points(String xName, String yName) implements Presentation {}
}
