package org.vitrine.datasets.baseline;

import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** How an example becomes a row of numbers. */
interface Encoder {
    /** Characters and the letters of generated sequences; larger vocabularies are words. */
    int MOST_CHARACTERS = 150;

    int PAIR_BUCKETS = 1 << 14;

    /** Steps before and with the current one that the network sees where a class is asked for at each step. */
    int CONTEXT = 8;

    int width();

    void add(Rows rows, Batch one);

    /** The same with inputs that are seldom 0 moved so that their means over the training part are 0. */
    default Encoder centred(Split train) {
        return this;
    }

    /**
     * What the linear model, or the network, sees.
     *
     * @param network whether for the network
     */
    static Encoder of(Dataset dataset, boolean network) {
        if (!(dataset.spec().input() instanceof Tokens tokens)) {
            return new Flattened(new float[(int) dataset.spec().input().size()]);
        }
        int vocabulary = (int) tokens.vocabulary();
        int length = (int) tokens.length();
        Target target = dataset.spec().target();
        if (target.kind() == Target.Kind.STEP_CLASSES) {
            int source = (int) dataset.spec().sourceSteps();
            return source > 0 ? new Places(vocabulary, source) : new LastTokens(vocabulary, network ? CONTEXT : 1);
        }
        boolean words = vocabulary > MOST_CHARACTERS;
        if (length <= 2) {
            return new Places(vocabulary, length);
        }
        if (!network) {
            return new Counts(vocabulary, false);
        }
        return words || length > 64 ? new Counts(vocabulary, true) : new PlacesAndPairs(vocabulary, length);
    }

    /** All values in a row, less their means. */
    record Flattened(float[] means) implements Encoder {
        @Override
        public int width() {
            return means.length;
        }

        @Override
        public void add(Rows rows, Batch one) {
            float[] values = one.inputs().values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] -= means[i];
            }
            rows.addDense(values);
        }

        @Override
        public Encoder centred(Split train) {
            double[] sums = new double[width()];
            long zeros = 0;
            for (int row = 0; row < train.size(); row++) {
                float[] values = train.example(row).inputs().values();
                for (int i = 0; i < values.length; i++) {
                    sums[i] += values[i];
                    zeros += values[i] == 0 ? 1 : 0;
                }
            }
            if (zeros > 0.4 * train.size() * width()) {
                return this;
            }
            float[] means = new float[width()];
            for (int i = 0; i < means.length; i++) {
                means[i] = (float) (sums[i] / train.size());
            }
            return new Flattened(means);
        }
    }

    /** How often each token is there, and with pairs each pair of neighbours (by a hash). */
    record Counts(int vocabulary, boolean pairs) implements Encoder {
        @Override
        public int width() {
            return vocabulary + (pairs ? PAIR_BUCKETS : 0);
        }

        @Override
        public void add(Rows rows, Batch one) {
            int[] ids = ids(one);
            rows.addOnes(
                    pairs
                            ? IntStream.concat(IntStream.of(ids), Encoder.pairs(ids, vocabulary))
                                    .toArray()
                            : ids);
        }
    }

    /** Which token is at which place. */
    record Places(int vocabulary, int length) implements Encoder {
        @Override
        public int width() {
            return vocabulary * length;
        }

        @Override
        public void add(Rows rows, Batch one) {
            float[] ids = one.inputs().values();
            rows.addOnes(IntStream.range(0, length)
                    .filter(i -> ids[i] != 0)
                    .map(i -> i * vocabulary + (int) ids[i])
                    .toArray());
        }
    }

    /** Both, for short rows of few kinds of token. */
    record PlacesAndPairs(int vocabulary, int length) implements Encoder {
        @Override
        public int width() {
            return vocabulary * length + PAIR_BUCKETS;
        }

        @Override
        public void add(Rows rows, Batch one) {
            int[] ids = ids(one);
            rows.addOnes(IntStream.concat(
                            IntStream.range(0, ids.length).map(i -> i * vocabulary + ids[i]),
                            pairs(ids, vocabulary * length))
                    .toArray());
        }
    }

    /** A row for each step with a target: the tokens up to it, the last one first. */
    record LastTokens(int vocabulary, int count) implements Encoder {
        @Override
        public int width() {
            return vocabulary * count;
        }

        @Override
        public void add(Rows rows, Batch one) {
            float[] ids = one.inputs().values();
            for (int step = 0; step < ids.length; step++) {
                int now = step;
                if (one.targets().values()[step] >= 0) {
                    rows.addOnes(IntStream.range(0, Math.min(count, step + 1))
                            .map(back -> back * vocabulary + (int) ids[now - back])
                            .toArray());
                }
            }
        }
    }

    private static int[] ids(Batch one) {
        float[] all = one.inputs().values();
        return IntStream.range(0, all.length)
                .filter(i -> all[i] != 0)
                .map(i -> (int) all[i])
                .toArray();
    }

    private static IntStream pairs(int[] ids, int offset) {
        return IntStream.range(1, ids.length)
                .map(i -> offset + Math.floorMod(ids[i - 1] * 0x9E3779B1 + ids[i] * 0x85EBCA6B, PAIR_BUCKETS));
    }
}
