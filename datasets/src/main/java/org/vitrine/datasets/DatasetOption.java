package org.vitrine.datasets;

import java.util.List;

/**
 * An option of a data set, such as noise or seed. Label and help stand in {@code datasets.properties}.
 *
 * @param choices the allowed texts of a CHOICE, else empty
 */
public record DatasetOption(String name, Kind kind, String initial, double min, double max, List<String> choices) {
    public DatasetOption {
        choices = List.copyOf(choices);
    }

    /** How the option is entered. */
    public enum Kind {
        INTEGER,
        NUMBER,
        CHOICE,
        FILE,
        FOLDER,
        TEXT
    }

    public static DatasetOption integer(String name, int initial, int min, int max) {
        return new DatasetOption(name, Kind.INTEGER, Integer.toString(initial), min, max, List.of());
    }

    public static DatasetOption number(String name, double initial, double min, double max) {
        return new DatasetOption(name, Kind.NUMBER, Double.toString(initial), min, max, List.of());
    }

    public static DatasetOption choice(String name, String initial, List<String> choices) {
        return new DatasetOption(name, Kind.CHOICE, initial, 0, 0, choices);
    }

    public static DatasetOption file(String name) {
        return new DatasetOption(name, Kind.FILE, "", 0, 0, List.of());
    }

    public static DatasetOption folder(String name) {
        return new DatasetOption(name, Kind.FOLDER, "", 0, 0, List.of());
    }

    public static DatasetOption text(String name, String initial) {
        return new DatasetOption(name, Kind.TEXT, initial, 0, 0, List.of());
    }
}
