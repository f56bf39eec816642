package org.vitrine.app.shared;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Which of many classes have a bar. */
public final class Strongest {
    private static final int MOST = 14;

    private Strongest() {}

    /** Indices of all in their order or, of more than {@value #MOST}, of the greatest, these first. */
    public static List<Integer> of(int count, IntToDoubleFunction score) {
        if (count <= MOST) {
            return IntStream.range(0, count).boxed().toList();
        }
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -score.applyAsDouble(index)))
                .limit(MOST)
                .toList();
    }
}
