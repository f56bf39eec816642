package org.vitrine.charts.format;

import java.util.List;

/** The beginning of a text. */
public final class Excerpt {
    private static final int LETTERS_OF_A_WORD = 5;

    private Excerpt() {}

    /**
     * Words with blanks between them; letters, as models of characters read them, without.
     *
     * @param words that are shown at most; of letters five times as many
     */
    public static String of(List<String> text, int words) {
        boolean letters = text.stream().allMatch(word -> word.length() == 1);
        int most = letters ? LETTERS_OF_A_WORD * words : words;
        String between = letters ? "" : " ";
        String beginning = String.join(between, text.subList(0, Math.min(most, text.size())));
        return text.size() > most ? beginning + between + "\u2026" : beginning;
    }
}
