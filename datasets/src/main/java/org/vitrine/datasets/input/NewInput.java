package org.vitrine.datasets.input;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input as a user gives it: one of three.
 *
 * @param text as typed
 * @param file the path of a picture, a sound or a table
 * @param cells texts by column
 */
public record NewInput(
        @Nullable String text,
        @Nullable String file,
        @Nullable Map<String, String> cells) {
    public NewInput {
        cells = cells == null ? null : Map.copyOf(cells);
        int given = (text == null ? 0 : 1) + (file == null ? 0 : 1) + (cells == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException("A new input is a text, a file or cells, not " + given + " of them");
        }
    }

    public static NewInput text(String text) {
        return new NewInput(text, null, null);
    }

    public static NewInput file(String file) {
        return new NewInput(null, file, null);
    }

    public static NewInput cells(Map<String, String> cells) {
        return new NewInput(null, null, cells);
    }
}
