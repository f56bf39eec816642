package org.vitrine.datasets.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.read.Cancellation;

/**
 * Finds inputs of numbers, such as pictures and sounds, that are nearly the same: no further apart than {@value #TOLERANCE} of
 * the distance of any two. Few numbers come that near by chance, so rows of less than {@value #LEAST_NUMBERS} have no near ones.
 */
final class NearNumbers {
    static final int LEAST_NUMBERS = 16;
    static final double TOLERANCE = 0.02;
    private static final int SAMPLE = 400;
    /** Closer looks at one example; a part full of nearly equal examples must not take for ever. */
    private static final int MOST_LOOKS = 64;

    private final Examples first;
    private final Directions directions;
    private final double limit;
    private final double[][] places;
    private final int[] order;

    private NearNumbers(Examples first, Directions directions) throws DatasetException {
        this.first = first;
        this.directions = directions;
        limit = TOLERANCE * directions.typicalDistance();
        places = new double[first.size()][];
        for (int i = 0; i < places.length; i++) {
            Cancellation.check("duplicates");
            places[i] = directions.project(numbers(first, i));
        }
        order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i][0]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether these are examples that can be nearly the same. */
    static boolean applies(Examples examples) {
        return examples.size() > 1
                && examples.example(0).value() instanceof Value.Numbers numbers
                && numbers.words().isEmpty()
                && numbers.mask() == null
                && numbers.tensor().size() >= LEAST_NUMBERS;
    }

    /** Gets ready to look among these examples. */
    static NearNumbers among(Examples first) throws DatasetException {
        int count = Math.min(SAMPLE, first.size());
        List<float[]> sample = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sample.add(numbers(first, (int) ((long) i * first.size() / count)));
        }
        return new NearNumbers(first, new Directions(sample));
    }

    /** The nearest example that is near enough; -1 if there is none. */
    int find(Examples second, int index) {
        float[] wanted = numbers(second, index);
        double[] place = directions.project(wanted);
        int best = -1;
        double least = limit;
        int looks = 0;
        for (int at = from(place[0] - limit); at < order.length && looks < MOST_LOOKS; at++) {
            double[] other = places[order[at]];
            if (other[0] > place[0] + limit) {
                break;
            }
            if (isNear(place, other)) {
                looks++;
                double distance = distance(wanted, numbers(first, order[at]));
                if (distance <= least) {
                    least = distance;
                    best = order[at];
                }
            }
        }
        return best;
    }

    private boolean isNear(double[] one, double[] other) {
        for (int k = 1; k < one.length; k++) {
            if (Math.abs(one[k] - other[k]) > limit) {
                return false;
            }
        }
        return true;
    }

    /** The first place in the order that is not below. */
    private int from(double low) {
        int below = 0;
        int above = order.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (places[order[middle]][0] < low) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private static float[] numbers(Examples examples, int index) {
        return examples.example(index).numbers().tensor().values();
    }

    private static double distance(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            double difference = (i < one.length ? one[i] : 0) - (i < other.length ? other[i] : 0);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
