package org.vitrine.datasets.input;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/**
 * An input as a user gives it: one of four.
 *
 * @param text as typed
 * @param file the path of a picture, a sound or a table
 * @param cells texts by column
 * @param numbers what was drawn, as the data set has it before its first step: a picture [channels, height, width] with values from
 *     0 to 1, or a record [columns, time]
 */
public record NewInput(
        @Nullable String text,
        @Nullable String file,
        @Nullable Map<String, String> cells,
        @Nullable Tensor numbers) {
    public NewInput {
        cells = cells == null ? null : Map.copyOf(cells);
        int given =
                (text == null ? 0 : 1) + (file == null ? 0 : 1) + (cells == null ? 0 : 1) + (numbers == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException(
                    "A new input is a text, a file, cells or numbers, not " + given + " of them");
        }
    }

    public static NewInput text(String text) {
        return new NewInput(text, null, null, null);
    }

    public static NewInput file(String file) {
        return new NewInput(null, file, null, null);
    }

    public static NewInput cells(Map<String, String> cells) {
        return new NewInput(null, null, cells, null);
    }

    public static NewInput numbers(Tensor numbers) {
        return new NewInput(null, null, null, numbers);
    }
}
