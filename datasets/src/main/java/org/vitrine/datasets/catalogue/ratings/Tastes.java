package org.vitrine.datasets.catalogue.ratings;

import java.util.List;
import org.vitrine.datasets.random.Draw;

/**
 * People and films: how generous each person is, how good each film, and four tastes of both, alike for the films of a genre. Of
 * a few films everybody has heard, of most hardly anybody (Zipf's law).
 */
final class Tastes {
    static final int USERS = 600;
    static final int ITEMS = 400;
    static final List<String> GENRES =
            List.of("drama", "comedy", "thriller", "science fiction", "romance", "animation", "documentary", "horror");

    private static final int FACTORS = 4;
    private static final double MEAN = 3.3;

    private final double[] userBias = new double[USERS];
    private final double[][] userFactors = new double[USERS][];
    private final double[] itemBias = new double[ITEMS];
    private final double[][] itemFactors = new double[ITEMS][];
    private final double[] popularity = new double[ITEMS];

    Tastes(long seed) {
        double[][] genres = new double[GENRES.size()][];
        for (int genre = 0; genre < genres.length; genre++) {
            genres[genre] = factors(0.55, Draw.forExample(seed, -1 - genre));
        }
        for (int user = 0; user < USERS; user++) {
            Draw draw = Draw.forExample(seed, -1000 - user);
            userBias[user] = 0.3 * draw.gaussian();
            userFactors[user] = factors(0.78, draw);
        }
        double sum = 0;
        int[] ranks = Draw.forExample(seed, -999).permutation(ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            Draw draw = Draw.forExample(seed, -10_000 - item);
            itemBias[item] = 0.38 * draw.gaussian();
            itemFactors[item] = factors(0.22, draw);
            for (int k = 0; k < FACTORS; k++) {
                itemFactors[item][k] += genres[genre(item)][k];
            }
            sum += 1.0 / (ranks[item] + 10);
            popularity[item] = sum;
        }
    }

    static int genre(int item) {
        return item % GENRES.size();
    }

    /** What the person would say on average, before it is rounded to stars. */
    double expected(int user, int item) {
        double rating = MEAN + userBias[user] + itemBias[item];
        for (int k = 0; k < FACTORS; k++) {
            rating += userFactors[user][k] * itemFactors[item][k];
        }
        return rating;
    }

    /** Stars from 1 to 5. */
    float stars(int user, int item, double noise, Draw draw) {
        return Math.max(1, Math.min(5, Math.round(expected(user, item) + noise * draw.gaussian())));
    }

    /** A film, popular ones more often. */
    int item(Draw draw) {
        double place = draw.uniform() * popularity[ITEMS - 1];
        int low = 0;
        int high = ITEMS - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (popularity[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double[] factors(double deviation, Draw draw) {
        double[] factors = new double[FACTORS];
        for (int k = 0; k < FACTORS; k++) {
            factors[k] = deviation * draw.gaussian();
        }
        return factors;
    }
}
