package org.vitrine.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.random.Draw;

/** The examples of one part between two steps, with random access. Safe for several threads. */
public interface Examples {
    int size();

    /**
     * One example.
     *
     * @param draw of this pass over the data, for steps that change examples at random; null to leave them as they are
     */
    Example example(int index, @Nullable Draw draw);

    default Example example(int index) {
        return example(index, null);
    }

    /** Examples in memory. */
    static Examples of(List<Example> examples) {
        List<Example> kept = List.copyOf(examples);
        return new Examples() {
            @Override
            public int size() {
                return kept.size();
            }

            @Override
            public Example example(int index, @Nullable Draw draw) {
                return kept.get(index);
            }
        };
    }

    /** The same examples with each one changed when it is asked for. */
    default Examples map(Change change) {
        Examples before = this;
        return new Examples() {
            @Override
            public int size() {
                return before.size();
            }

            @Override
            public Example example(int index, @Nullable Draw draw) {
                return change.apply(before.example(index, draw), draw);
            }
        };
    }

    /** The chosen examples. */
    default Examples choose(int[] indices) {
        Examples before = this;
        return new Examples() {
            @Override
            public int size() {
                return indices.length;
            }

            @Override
            public Example example(int index, @Nullable Draw draw) {
                return before.example(indices[index], draw);
            }
        };
    }

    /** What happens to one example. */
    @FunctionalInterface
    interface Change {
        Example apply(Example example, @Nullable Draw draw);
    }
}
