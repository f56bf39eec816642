package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.random.Draw;

/** Pieces of long examples, in order. */
final class Windows {
    private Windows() {}

    /** Cuts one piece. */
    interface Cut {
        Example piece(Example whole, int start, @Nullable Draw draw);
    }

    /**
     * Pieces that begin at 0, stride, 2 stride...
     *
     * @param starts how many starts there are in an example: a piece at this place would not fit any more
     */
    static Examples of(Examples wholes, int stride, ToIntFunction<Example> starts, Cut cut) {
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < wholes.size(); i++) {
            int end = starts.applyAsInt(wholes.example(i));
            for (int start = 0; start < end; start += stride) {
                places.add(new int[] {i, start});
            }
        }
        return new Examples() {
            @Override
            public int size() {
                return places.size();
            }

            @Override
            public Example example(int index, @Nullable Draw draw) {
                int[] place = places.get(index);
                return cut.piece(wholes.example(place[0], draw), place[1], draw);
            }
        };
    }
}
