package org.vitrine.worker.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vitrine.datasets.random.Draw;

/**
 * Chooses among tokens.
 *
 * @param temperature divides the scores: 0 takes the most probable token, 1 draws as the model says
 * @param topK draws among so many of the most probable tokens; 0 for all
 */
public record Sampler(double temperature, int topK) {
    /** @throws IllegalArgumentException if a setting is negative or no number */
    public Sampler {
        if (!(temperature >= 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("The temperature " + temperature + " makes no sense: use 0 or more");
        }
        if (topK < 0) {
            throw new IllegalArgumentException(
                    "Drawing among the best " + topK + " tokens makes no sense: use 1 or more, or 0 for all");
        }
    }

    /**
     * The chance of each token to be chosen; they sum to 1. Of equal scores the first counts as better.
     *
     * @param scores before softmax, negative infinity for tokens that are out of the question
     */
    public double[] probabilities(double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -scores[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        int kept = temperature == 0 ? 1 : topK == 0 ? scores.length : Math.min(topK, scores.length);
        double[] probabilities = new double[scores.length];
        double best = scores[order[0]];
        for (int i = 0; i < kept; i++) {
            int k = order[i];
            probabilities[k] = i == 0 ? 1 : Math.exp((scores[k] - best) / temperature);
        }
        double sum = Arrays.stream(probabilities).sum();
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }

    /** Draws a token. */
    public static int draw(double[] probabilities, Draw draw) {
        double left = draw.uniform();
        int last = 0;
        for (int k = 0; k < probabilities.length; k++) {
            if (probabilities[k] > 0) {
                last = k;
                left -= probabilities[k];
                if (left < 0) {
                    return k;
                }
            }
        }
        return last;
    }
}
