package org.vitrine.worker.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.random.Draw;

/**
 * The loss of skip-gram with negative sampling on pairs of neighbours drawn once: - log sigmoid(u v) for the true neighbour and
 * - log sigmoid(-u v) for each word drawn by its frequency to the power of 3/4 (Mikolov et al. 2013), summed, in nats.
 */
final class PairLoss {
    private final int[][] rows;

    private PairLoss(int[][] rows) {
        this.rows = rows;
    }

    /**
     * Draws pairs.
     *
     * @param vocabulary the words with vectors
     * @param counts of these words
     * @param pairs at most
     */
    static PairLoss of(
            List<List<String>> sentences,
            List<String> vocabulary,
            int[] counts,
            int window,
            int negatives,
            int pairs,
            long seed) {
        Map<String, Integer> places = new HashMap<>();
        vocabulary.forEach(word -> places.put(word, places.size()));
        List<int[]> known = sentences.stream()
                .map(words -> words.stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .toArray())
                .filter(words -> words.length > 1)
                .toList();
        double[] cumulated = cumulated(counts);
        Draw draw = new Draw(seed);
        List<int[]> rows = new ArrayList<>();
        while (!known.isEmpty() && rows.size() < pairs) {
            int[] words = known.get(draw.below(known.size()));
            int center = draw.below(words.length);
            int low = Math.max(0, center - window);
            int other = low + draw.below(Math.min(words.length - 1, center + window) - low);
            int[] row = new int[2 + negatives];
            row[0] = words[center];
            row[1] = words[other >= center ? other + 1 : other];
            for (int k = 0; k < negatives; k++) {
                row[2 + k] = place(cumulated, draw.uniform());
            }
            rows.add(row);
        }
        return new PairLoss(rows.toArray(new int[0][]));
    }

    private static double[] cumulated(int[] counts) {
        double[] cumulated = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += Math.pow(counts[i], 0.75);
            cumulated[i] = sum;
        }
        return cumulated;
    }

    private static int place(double[] cumulated, double share) {
        double wanted = share * cumulated[cumulated.length - 1];
        int found = java.util.Arrays.binarySearch(cumulated, wanted);
        return Math.min(cumulated.length - 1, found >= 0 ? found + 1 : -found - 1);
    }

    /**
     * The mean over the pairs; NaN if there are none.
     *
     * @param inner [words, width] vectors
     * @param outer [words, width] weights of the words as neighbours
     */
    double of(float[] inner, float[] outer, int width) {
        double sum = 0;
        for (int[] row : rows) {
            for (int k = 1; k < row.length; k++) {
                double product = 0;
                for (int d = 0; d < width; d++) {
                    product += inner[row[0] * width + d] * outer[row[k] * width + d];
                }
                sum += Math.log1p(Math.exp(k == 1 ? -product : product));
            }
        }
        return rows.length == 0 ? Double.NaN : sum / rows.length;
    }
}
