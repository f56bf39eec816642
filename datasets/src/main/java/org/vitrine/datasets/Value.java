package org.vitrine.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of one example on its way through the steps. Treat arrays as read-only. */
public sealed interface Value {

    /**
     * Numbers: a picture [channels, height, width], a sound [1, samples], a record [columns, time], a row [columns] or
     * token ids [time].
     *
     * @param mask [time], 1 where a step is real; null where nothing is padded
     * @param words of a text as written, one for each real token; else empty
     */
    record Numbers(Tensor tensor, @Nullable Tensor mask, List<String> words) implements Value {
        public Numbers {
            words = List.copyOf(words);
        }

        public static Numbers of(Tensor tensor) {
            return new Numbers(tensor, null, List.of());
        }

        /** Other numbers of the same example. */
        public Numbers with(Tensor changed) {
            return new Numbers(changed, mask, words);
        }
    }

    /** A text as written. */
    record Text(String text) implements Value {}

    /** A text cut into tokens, rare ones as written. */
    record Words(List<String> tokens) implements Value {
        public Words {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * A row of a table.
     *
     * @param numbers by column; NaN where the cell is empty or no number
     * @param texts by column as written; empty where the cell is
     */
    record Cells(double[] numbers, List<String> texts) implements Value {
        public Cells {
            texts = List.copyOf(texts);
        }
    }
}
