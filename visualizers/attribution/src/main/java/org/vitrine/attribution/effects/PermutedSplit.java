package org.vitrine.attribution.effects;

import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;

/**
 * Some examples, of whose inputs one part comes from others of them; targets and masks stay.
 *
 * @param examples of {@code whole}
 * @param places of the part that is exchanged; none for the examples as they are
 * @param sources for each example the one, by its place in {@code examples}, that it takes the part from
 */
record PermutedSplit(Split whole, int[] examples, int[] places, int[] sources) implements Split {

    static PermutedSplit none(Split whole, int[] examples) {
        return new PermutedSplit(whole, examples, new int[0], new int[0]);
    }

    @Override
    public int size() {
        return examples.length;
    }

    @Override
    public Batch batch(int[] indices) {
        Batch own = whole.batch(originals(indices));
        if (places.length == 0) {
            return own;
        }
        int[] from = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            from[i] = sources[indices[i]];
        }
        float[] given = whole.batch(originals(from)).inputs().values();
        float[] values = own.inputs().values().clone();
        int width = values.length / indices.length;
        for (int i = 0; i < indices.length; i++) {
            for (int place : places) {
                values[i * width + place] = given[i * width + place];
            }
        }
        return new Batch(new Tensor(own.inputs().shape(), values), own.targets(), own.mask());
    }

    private int[] originals(int[] indices) {
        int[] originals = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            originals[i] = examples[indices[i]];
        }
        return originals;
    }
}
