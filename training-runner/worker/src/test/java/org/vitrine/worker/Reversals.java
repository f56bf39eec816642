package org.vitrine.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.Vocabularies;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Words of two to five letters, and the same backwards: the smallest task from sequence to sequence. */
public final class Reversals {
    public static final int SOURCE = 5;
    public static final int TARGET = 6;
    public static final Vocabulary VOCABULARY =
            Vocabularies.of(List.of(Vocabulary.START, Vocabulary.END, "a", "b", "c", "d", "e", "f"));

    private Reversals() {}

    public static Dataset load(int train, int others) {
        return Dataset.of(
                new DatasetDescriptor("reversals", Task.SEQUENCE_TO_SEQUENCE, "", "", List.of()),
                new DataSpec(
                        new Tokens(VOCABULARY.size(), SOURCE + TARGET), Target.stepClasses(VOCABULARY.size(), TARGET)),
                new Presentation.Text(VOCABULARY),
                VOCABULARY.tokens(),
                List.of(),
                split(train, 1),
                split(others, 2),
                split(others, 3));
    }

    private static MemorySplit split(int count, int seed) {
        int length = SOURCE + TARGET;
        float[] inputs = new float[count * length];
        float[] mask = new float[inputs.length];
        float[] targets = new float[count * TARGET];
        Arrays.fill(targets, -1);
        for (int row = 0; row < count; row++) {
            List<Integer> word = word(Draw.forExample(seed, row));
            List<Integer> reversed = new ArrayList<>(word);
            java.util.Collections.reverse(reversed);
            reversed.add(VOCABULARY.id(Vocabulary.END));
            int decoder = row * length + SOURCE;
            inputs[decoder] = VOCABULARY.id(Vocabulary.START);
            for (int step = 0; step < reversed.size(); step++) {
                targets[row * TARGET + step] = reversed.get(step);
                mask[decoder + step] = 1;
                if (step < word.size()) {
                    inputs[row * length + step] = word.get(step);
                    mask[row * length + step] = 1;
                    inputs[decoder + step + 1] = reversed.get(step);
                }
            }
        }
        return new MemorySplit(
                Tensor.of(inputs, count, length), Tensor.of(targets, count, TARGET), Tensor.of(mask, count, length));
    }

    private static List<Integer> word(Draw draw) {
        int size = 2 + draw.below(SOURCE - 1);
        List<Integer> word = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            word.add(VOCABULARY.id("a") + draw.below(6));
        }
        return word;
    }
}
