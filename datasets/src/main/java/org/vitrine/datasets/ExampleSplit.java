package org.vitrine.datasets;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.random.Draw;

/** A split whose examples are made when they are asked for, such as those that are read from a file or changed at random. */
public record ExampleSplit(Examples examples) implements Split {
    /** Examples that were a split become that split again. */
    public static Split of(Examples examples) {
        return examples instanceof SplitExamples known ? known.split() : new ExampleSplit(examples);
    }

    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public Batch batch(int[] indices) {
        BatchBuilder batch = new BatchBuilder(indices.length);
        for (int index : indices) {
            batch.add(examples.example(index));
        }
        return batch.build();
    }

    @Override
    public Batch batch(int[] indices, long pass) {
        BatchBuilder batch = new BatchBuilder(indices.length);
        for (int index : indices) {
            batch.add(examples.example(index, Draw.forExample(pass, index)));
        }
        return batch.build();
    }

    @Override
    public List<String> words(int index) {
        return examples.example(index).numbers().words();
    }

    /** The same examples in one piece of memory. */
    public static Split inMemory(Examples examples) {
        Split split = of(examples);
        if (split.size() == 0 || !(split instanceof ExampleSplit)) {
            return split;
        }
        BatchBuilder all = new BatchBuilder(split.size());
        List<List<String>> words = new ArrayList<>();
        for (int i = 0; i < split.size(); i++) {
            Example example = examples.example(i);
            all.add(example);
            words.add(example.numbers().words());
        }
        Batch batch = all.build();
        MemorySplit numbers = new MemorySplit(batch.inputs(), batch.targets(), batch.mask());
        return words.stream().allMatch(List::isEmpty) ? numbers : new TextSplit(numbers, words);
    }

    /** What this part takes in one piece of memory, told by its first example; in bytes. */
    static long bytes(Examples examples) {
        if (examples.size() == 0) {
            return 0;
        }
        Example first = examples.example(0);
        Tensor mask = first.numbers().mask();
        long floats = (long) first.numbers().tensor().size() + first.target().size() + (mask == null ? 0 : mask.size());
        return 4 * floats * examples.size();
    }
}
