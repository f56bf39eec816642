package org.vitrine.app.shared;

import java.util.stream.IntStream;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;

/** The steps of a text that words stand at: padding, at the end or between a source and what is written of it, has none. */
public final class WordSteps {
    private WordSteps() {}

    private static IntStream of(Tensor ids) {
        return IntStream.range(0, ids.size()).filter(step -> (int) ids.values()[step] != Vocabulary.PADDING);
    }

    /**
     * One value for each word.
     *
     * @param ids of the tokens [time]
     * @param perStep [time]
     * @param words how many there are
     */
    public static float[] values(Tensor ids, Tensor perStep, int words) {
        int[] steps = of(ids).toArray();
        float[] values = new float[words];
        for (int word = 0; word < words; word++) {
            values[word] = perStep.values()[steps.length == words ? steps[word] : word];
        }
        return values;
    }

    /** The word that stands at a step, counted from 0; -1 at padding. */
    public static int word(Tensor ids, int step) {
        return (int) ids.values()[step] == Vocabulary.PADDING
                ? -1
                : (int) of(ids).takeWhile(at -> at < step).count();
    }
}
