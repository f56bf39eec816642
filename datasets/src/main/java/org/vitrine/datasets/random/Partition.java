package org.vitrine.datasets.random;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which examples belong to which part, each part in the order given. */
public record Partition(int[] train, int[] validation, int[] test) {
    /** Of twenty rounds thirteen train, three validate and four test. */
    private static final String ROUNDS = "ttvtxttxtvttxttvtxtt";

    /**
     * A seeded partition that keeps the share of each class in each part. A class of three or more examples is in every part
     * whose share is not zero.
     *
     * @param labels class of each example
     */
    public static Partition stratified(int[] labels, int classes, double validation, double test, long seed) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        int[] toValidate = new int[classes];
        int[] toTest = new int[classes];
        for (int c = 0; c < classes; c++) {
            toValidate[c] = quota(counts[c], validation);
            toTest[c] = quota(counts[c], test);
        }
        Parts parts = new Parts(labels.length);
        int[] order = new Draw(seed).permutation(labels.length);
        for (int example : order) {
            int label = labels[example];
            if (toTest[label] > 0) {
                toTest[label]--;
                parts.add(example, 'x');
            } else if (toValidate[label] > 0) {
                toValidate[label]--;
                parts.add(example, 'v');
            } else {
                parts.add(example, 't');
            }
        }
        return parts.toPartition();
    }

    /** A seeded partition of n examples without classes. */
    public static Partition random(int n, double validation, double test, long seed) {
        return stratified(new int[n], 1, validation, test, seed);
    }

    /**
     * For generated sets whose example i is of class i mod classes: every part is balanced, and more examples do not move the
     * earlier ones to another part.
     */
    public static Partition rounds(int examples, int classes) {
        Parts parts = new Parts(examples);
        for (int i = 0; i < examples; i++) {
            parts.add(i, ROUNDS.charAt(i / classes % ROUNDS.length()));
        }
        return parts.toPartition();
    }

    /**
     * A seeded partition that keeps the examples of a group together, as the clips of one speaker or the rows of one patient:
     * the test then tells how well new groups are known. Large groups come first, each to the part that is filled least; with
     * three groups or more no part with a share is empty.
     *
     * @param groups group of each example, from 0 on
     * @param labels class of each example; the shares hold for each class as well as the groups allow
     */
    public static Partition byGroup(
            int[] groups, int[] labels, int classes, double validation, double test, long seed) {
        return new GroupPartition(groups, labels, classes, validation, test).draw(seed);
    }

    /**
     * A partition without chance: the earliest examples train, later ones validate, the latest ones test. Examples of the same
     * time stay together.
     *
     * @param times of each example, in any unit
     */
    public static Partition byTime(double[] times, double validation, double test) {
        int[] order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> times[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int testFrom = boundary(order, times, times.length - quota(times.length, test));
        int validationFrom = boundary(order, times, testFrom - quota(times.length, validation));
        return new Partition(
                Arrays.copyOfRange(order, 0, validationFrom),
                Arrays.copyOfRange(order, validationFrom, testFrom),
                Arrays.copyOfRange(order, testFrom, order.length));
    }

    /** The first place from here on where a new time begins. */
    private static int boundary(int[] order, double[] times, int place) {
        int at = Math.max(0, place);
        while (at > 0 && at < order.length && times[order[at]] == times[order[at - 1]]) {
            at++;
        }
        return at;
    }

    private static int quota(int count, double share) {
        if (share == 0 || count < 3) {
            return 0;
        }
        return Math.max(1, (int) Math.round(count * share));
    }

    /** Collects indices by part. */
    private static final class Parts {
        private final char[] parts;
        private final int[] order;
        private int size;

        Parts(int n) {
            parts = new char[n];
            order = new int[n];
        }

        void add(int example, char part) {
            order[size] = example;
            parts[size++] = part;
        }

        Partition toPartition() {
            return new Partition(of('t'), of('v'), of('x'));
        }

        private int[] of(char part) {
            return IntStream.range(0, size)
                    .filter(i -> parts[i] == part)
                    .map(i -> order[i])
                    .toArray();
        }
    }
}
