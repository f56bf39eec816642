package org.vitrine.runs.store;

/**
 * How vectors of words are trained (skip-gram with negative sampling, Mikolov et al. 2013). Epochs, seed and learning rate
 * stand in the document.
 *
 * @param file the text, UTF-8; empty for the texts of the document's data set
 * @param dimensions of a vector
 * @param window words on each side that are looked at
 * @param leastCount rarer words get no vector
 * @param negatives words drawn at random for each true neighbour
 */
public record WordSettings(String file, int dimensions, int window, int leastCount, int negatives) {
    /** For the texts of a data set. */
    public static final WordSettings DEFAULT = new WordSettings("", 64, 5, 5, 5);

    /** @throws IllegalArgumentException if a number makes no sense */
    public WordSettings {
        within("dimensions", dimensions, 2, 1000);
        within("window", window, 1, 50);
        within("least count", leastCount, 1, 1_000_000);
        within("negatives", negatives, 1, 100);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The setting \"" + name + "\" is " + value + "; it takes " + least + " to " + most);
        }
    }
}
