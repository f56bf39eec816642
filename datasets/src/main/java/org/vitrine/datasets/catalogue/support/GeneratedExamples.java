package org.vitrine.datasets.catalogue.support;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.random.Draw;

/**
 * Examples that are made when they are asked for, each from random numbers of its own.
 *
 * @param maker the example of an index, always the same
 */
public record GeneratedExamples(int size, IntFunction<Example> maker) implements Examples {

    /** Examples of as many classes as there are, in turns: example i is of class i mod classes. */
    public static GeneratedExamples inTurns(int size, int classes, int seed, int[] shape, Maker maker) {
        return new GeneratedExamples(size, i -> {
            float[] values = maker.make(i % classes, Draw.forExample(seed, i));
            Tensor label = new Tensor(new int[0], new float[] {i % classes});
            return new Example(Value.Numbers.of(new Tensor(shape, values)), label);
        });
    }

    @Override
    public Example example(int index, @Nullable Draw draw) {
        return maker.apply(index);
    }

    /** Makes the numbers of an example of a class. */
    @FunctionalInterface
    public interface Maker {
        float[] make(int label, Draw draw);
    }
}
