package org.vitrine.datasets.catalogue.text;

import java.util.List;
import java.util.Locale;
import org.vitrine.datasets.random.Draw;

/**
 * Writes sentences of reviews whose polarity lies in the structure alone. A clause says what it means directly or by denying the
 * opposite, and "although X, Y" and "X, but Y" mean Y while X says the opposite; so each word stands in as many positive sentences
 * as in negative ones.
 *
 * @param contrast share of sentences with two clauses
 * @param distance share of clauses with a word between the denial and what it denies
 */
record SentimentGrammar(double contrast, double distance) {
    /** By kind of review: what is judged. */
    private static final List<List<String>> THINGS = List.of(
            List.of("plot", "acting", "music", "ending", "dialogue", "cast", "script", "story"),
            List.of("food", "service", "staff", "soup", "menu", "dessert", "wine", "waiter"),
            List.of("screen", "battery", "sound", "keyboard", "camera", "design", "manual", "charger"));

    private static final List<List<String>> ADJECTIVES = List.of(
            List.of(
                    "bad",
                    "awful",
                    "terrible",
                    "poor",
                    "dreadful",
                    "disappointing",
                    "mediocre",
                    "annoying",
                    "boring",
                    "cheap"),
            List.of(
                    "good",
                    "great",
                    "wonderful",
                    "excellent",
                    "superb",
                    "impressive",
                    "pleasant",
                    "brilliant",
                    "lovely",
                    "useful"));

    private static final List<List<String>> VERBS =
            List.of(List.of("hate", "dislike", "regret", "detest"), List.of("love", "like", "enjoy", "admire"));

    private static final List<String> OPENINGS =
            List.of("", "", "", "honestly, ", "in the end, ", "to be fair, ", "for us, ");
    private static final List<String> DEGREES = List.of("really", "very", "quite", "particularly");

    /** @param label 0 negative, 1 positive */
    String sentence(int label, Draw draw) {
        List<String> things = any(THINGS, draw);
        String opening = any(OPENINGS, draw);
        String main = clause(label, things, draw);
        String text = opening + main;
        if (draw.uniform() < contrast) {
            String other = clause(1 - label, things, draw);
            text = draw.below(2) == 0 ? opening + "although " + other + ", " + main : opening + other + ", but " + main;
        }
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private String clause(int polarity, List<String> things, Draw draw) {
        boolean denied = draw.below(2) == 0;
        int spoken = denied ? 1 - polarity : polarity;
        String thing = any(things, draw);
        String adjective = any(ADJECTIVES.get(spoken), draw);
        boolean far = draw.uniform() < distance;
        String degree = far ? any(DEGREES, draw) + " " : "";
        return switch (draw.below(10)) {
            case 0, 1, 2 -> "the " + thing + " was " + (denied ? "not " : "") + degree + adjective;
            case 3, 4, 5 ->
                "we " + (denied ? "do not " : "") + (far ? "really " : "") + any(VERBS.get(spoken), draw) + " the "
                        + thing;
            case 6, 7, 8 -> "the " + thing + " was " + (denied ? "never " : "always ") + degree + adjective;
            default -> (denied ? "nobody" : "everybody") + " found the " + thing + " " + degree + adjective;
        };
    }

    private static <T> T any(List<T> choices, Draw draw) {
        return choices.get(draw.below(choices.size()));
    }
}
