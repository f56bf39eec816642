package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Vocabulary;

/** Makes vocabularies; padding and unknown come first. */
public final class Vocabularies {
    private static final String PADDING = "<pad>";
    private static final String UNKNOWN = "<unk>";

    private Vocabularies() {}

    public static Vocabulary of(List<String> tokens) {
        List<String> all = new ArrayList<>(List.of(PADDING, UNKNOWN));
        all.addAll(tokens);
        return new Vocabulary(all);
    }

    /**
     * The most frequent tokens, equal ones in alphabetical order.
     *
     * @param texts the training part only
     * @param most size of the vocabulary with padding and unknown
     * @param leastCount rarer tokens are left out
     */
    public static Vocabulary mostFrequent(List<List<String>> texts, int most, int leastCount) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> text.forEach(token -> counts.merge(token, 1, Integer::sum)));
        List<String> tokens = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= leastCount)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most - 2L)
                .map(Map.Entry::getKey)
                .toList();
        return of(tokens);
    }
}
