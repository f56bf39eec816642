package org.vitrine.datasets.catalogue.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.metrics.RatingBaselines;

class RatingsSourceTest {
    private static final int FIRST_USER = Vocabulary.UNKNOWN + 1;
    private static final int FIRST_ITEM = FIRST_USER + Tastes.USERS;
    private static final int SEED = 42;

    @Test
    void biasesExplainSomethingAndOnlyTheNoiseCanNotBeKnown() throws DatasetException {
        Stage stage = new RatingsSource().read(Map.of()).stage();
        int[] users = ids(stage.train(), 0, FIRST_USER);
        int[] items = ids(stage.train(), 1, FIRST_ITEM);
        double[] stars = stars(stage.train());
        RatingBaselines baselines = RatingBaselines.fit(users, items, stars, 3);
        Tastes tastes = new Tastes(SEED);
        double mean = 0;
        double biases = 0;
        double oracle = 0;
        int[] testUsers = ids(stage.test(), 0, FIRST_USER);
        int[] testItems = ids(stage.test(), 1, FIRST_ITEM);
        double[] testStars = stars(stage.test());
        for (int i = 0; i < testStars.length; i++) {
            double known = Math.max(1, Math.min(5, tastes.expected(testUsers[i], testItems[i])));
            mean += square(testStars[i] - baselines.mean());
            biases += square(testStars[i] - baselines.rating(testUsers[i], testItems[i]));
            oracle += square(testStars[i] - known);
        }
        assertThat(Math.sqrt(mean / testStars.length)).isBetween(1.0, 1.09);
        assertThat(Math.sqrt(biases / testStars.length)).isBetween(0.86, 0.96);
        assertThat(Math.sqrt(oracle / testStars.length)).isBetween(0.48, 0.54);
    }

    @Test
    void aFewFilmsAreKnownToManyAndEveryFilmToSome() throws DatasetException {
        int[] counts = new int[Tastes.ITEMS];
        for (int item : ids(new RatingsSource().read(Map.of()).stage().train(), 1, FIRST_ITEM)) {
            counts[item]++;
        }
        int[] sorted = IntStream.of(counts).sorted().toArray();
        assertThat(sorted[0]).isGreaterThan(5);
        assertThat(sorted[Tastes.ITEMS - 1]).isGreaterThan(4 * sorted[Tastes.ITEMS / 2]);
    }

    private static double square(double value) {
        return value * value;
    }

    private static int[] ids(Examples part, int place, int first) {
        return IntStream.range(0, part.size())
                .map(i -> (int) part.example(i).numbers().tensor().values()[place] - first)
                .toArray();
    }

    private static double[] stars(Examples part) {
        return IntStream.range(0, part.size())
                .mapToObj(part::example)
                .map(Example::target)
                .mapToDouble(target -> target.values()[0])
                .toArray();
    }
}
