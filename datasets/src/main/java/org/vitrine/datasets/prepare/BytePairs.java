package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.read.Cancellation;

/**
 * Byte-pair encoding on characters (Sennrich, Haddow, Birch 2016): the pair of neighbours that stands most often becomes one
 * token, again and again. A blank belongs to the word behind it, so that joined tokens give the text back.
 */
public final class BytePairs {
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private final List<String> tokens;
    private final List<Merge> merges;
    private final Map<Merge, Integer> ranks = new HashMap<>();

    /** Two neighbours that become one token. */
    public record Merge(String left, String right) {
        String joined() {
            return left + right;
        }
    }

    /**
     * A trained encoding.
     *
     * @param tokens the vocabulary without padding and unknown
     * @param merges in the order in which they were found
     */
    public BytePairs(List<String> tokens, List<Merge> merges) {
        this.tokens = List.copyOf(tokens);
        this.merges = List.copyOf(merges);
        for (int i = 0; i < merges.size(); i++) {
            ranks.put(merges.get(i), i);
        }
    }

    public List<String> tokens() {
        return tokens;
    }

    public List<Merge> merges() {
        return merges;
    }

    /**
     * Finds merges until there are {@code most} tokens or no pair stands {@code least} times.
     *
     * @param most size of the vocabulary with padding and unknown
     */
    public static BytePairs train(List<String> texts, int most, int least) throws DatasetException {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            WORD.matcher(blanked(text)).results().forEach(found -> counts.merge(found.group(), 1, Integer::sum));
        }
        return new Trainer(counts, most - 2, least).train();
    }

    /** The tokens of a text; joined, they are the text with each run of blanks as one. */
    public List<String> tokens(String text) {
        List<String> all = new ArrayList<>();
        WORD.matcher(blanked(text)).results().forEach(found -> all.addAll(word(found.group())));
        return all;
    }

    private static String blanked(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private List<String> word(String word) {
        List<String> parts = characters(word);
        while (parts.size() > 1) {
            int best = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < parts.size(); i++) {
                best = Math.min(best, ranks.getOrDefault(new Merge(parts.get(i), parts.get(i + 1)), best));
            }
            if (best == Integer.MAX_VALUE) {
                break;
            }
            parts = merged(parts, merges.get(best));
        }
        return parts;
    }

    private static List<String> characters(String word) {
        return word.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> merged(List<String> parts, Merge merge) {
        List<String> merged = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            boolean pair = i + 1 < parts.size()
                    && parts.get(i).equals(merge.left())
                    && parts.get(i + 1).equals(merge.right());
            merged.add(pair ? merge.joined() : parts.get(i));
            i += pair ? 1 : 0;
        }
        return merged;
    }

    /** Counts pairs, and after each merge only in the words that have it. */
    private static final class Trainer {
        private final List<List<String>> words = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final Map<Merge, Long> pairs = new HashMap<>();
        private final Map<Merge, Set<Integer>> places = new HashMap<>();
        private final Set<String> tokens = new LinkedHashSet<>();
        private final int most;
        private final int least;

        Trainer(Map<String, Integer> wordCounts, int most, int least) {
            this.most = most;
            this.least = least;
            wordCounts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
                words.add(characters(entry.getKey()));
                counts.add(entry.getValue());
            });
            Map<String, Long> characters = new HashMap<>();
            for (int i = 0; i < words.size(); i++) {
                long count = counts.get(i);
                words.get(i).forEach(character -> characters.merge(character, count, Long::sum));
                count(i, 1);
            }
            characters.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .forEach(entry -> tokens.add(entry.getKey()));
        }

        BytePairs train() throws DatasetException {
            List<Merge> merges = new ArrayList<>();
            while (tokens.size() < most) {
                Cancellation.check("the texts");
                Merge best = best();
                if (best == null) {
                    break;
                }
                merges.add(best);
                tokens.add(best.joined());
                for (int word : new ArrayList<>(places.getOrDefault(best, Set.of()))) {
                    count(word, -1);
                    words.set(word, merged(words.get(word), best));
                    count(word, 1);
                }
                pairs.remove(best);
            }
            return new BytePairs(List.copyOf(tokens), merges);
        }

        private void count(int word, int sign) {
            List<String> parts = words.get(word);
            for (int i = 0; i + 1 < parts.size(); i++) {
                Merge pair = new Merge(parts.get(i), parts.get(i + 1));
                pairs.merge(pair, (long) sign * counts.get(word), Long::sum);
                if (sign > 0) {
                    places.computeIfAbsent(pair, key -> new HashSet<>()).add(word);
                }
            }
        }

        /** The pair that stands most often, of equal ones the first in the alphabet. */
        private @Nullable Merge best() {
            Merge best = null;
            long stands = Math.max(least, 1) - 1L;
            for (Map.Entry<Merge, Long> entry : pairs.entrySet()) {
                long count = entry.getValue();
                if (count > stands || (count == stands && best != null && isBefore(entry.getKey(), best))) {
                    best = entry.getKey();
                    stands = count;
                }
            }
            return best;
        }

        private static boolean isBefore(Merge one, Merge other) {
            int order = one.left().compareTo(other.left());
            return order < 0 || (order == 0 && one.right().compareTo(other.right()) < 0);
        }
    }
}
