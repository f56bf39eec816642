package org.vitrine.editor.palette;

import java.util.Locale;
import java.util.OptionalInt;

/** Finds what a few typed letters may mean: a piece of the text, the beginnings of words, or letters in order. */
final class FuzzyMatch {
    private FuzzyMatch() {}

    /** How well {@code query} fits {@code text}: 0 is best; empty if it does not. */
    static OptionalInt score(String query, String text) {
        String wanted = query.trim().toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || given.equals(wanted)) {
            return OptionalInt.of(0);
        }
        int found = given.indexOf(wanted);
        if (found >= 0) {
            boolean wordStart = found == 0 || !Character.isLetterOrDigit(given.charAt(found - 1));
            return OptionalInt.of(found == 0 ? 1 : wordStart ? 2 : 3);
        }
        return scattered(wanted.replace(" ", ""), given);
    }

    /** Letters in order: cheap if they stand close together. */
    private static OptionalInt scattered(String wanted, String given) {
        int first = -1;
        int place = -1;
        for (int i = 0; i < wanted.length(); i++) {
            place = given.indexOf(wanted.charAt(i), place + 1);
            if (place < 0) {
                return OptionalInt.empty();
            }
            if (first < 0) {
                first = place;
            }
        }
        int gaps = place - first + 1 - wanted.length();
        boolean wordStart = first == 0 || !Character.isLetterOrDigit(given.charAt(Math.max(0, first - 1)));
        return gaps <= 3 * wanted.length() ? OptionalInt.of(4 + gaps + (wordStart ? 0 : first)) : OptionalInt.empty();
    }
}
