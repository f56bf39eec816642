package org.vitrine.graph.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
final class Suggestions {
    private static final int LONGEST = 60;

    /** More names than this are a list that nobody reads. */
    private static final int MANY = 20;

    private static final int FEW = 8;

    private Suggestions() {}

    /** A sentence: the nearest known name if one is near, else all of them, or the nearest few of many. */
    static String forName(String name, Collection<String> known) {
        Optional<String> nearest = known.stream().min(Comparator.comparingInt(other -> distance(name, other)));
        if (nearest.isPresent() && distance(name, nearest.get()) <= Math.max(1, name.length() / 3)) {
            return "Did you mean '" + nearest.get() + "'?";
        }
        if (known.size() > MANY) {
            List<String> few = known.stream()
                    .sorted(Comparator.comparingInt(other -> distance(name, other)))
                    .limit(FEW)
                    .toList();
            return "The nearest of " + known.size() + " known ones are: " + Place.list(few) + ".";
        }
        return known.isEmpty() ? "Nothing may stand here." : "Known are: " + Place.list(known) + ".";
    }

    /** Levenshtein distance (1966), letter case aside. */
    private static int distance(String left, String right) {
        if (left.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
