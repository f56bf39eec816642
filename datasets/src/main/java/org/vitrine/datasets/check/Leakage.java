package org.vitrine.datasets.check;

import java.util.List;
import org.vitrine.datasets.Part;

/**
 * How much of one part stands in another: what was trained on proves nothing when it comes again in the test.
 *
 * @param overlaps of each two parts that have something in common
 */
public record Leakage(List<Overlap> overlaps) {
    public Leakage {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * What two parts have in common.
     *
     * @param size of the second part
     * @param exact examples of the second part whose values stand in the first as well
     * @param near examples of the second part, beside those, that are nearly the same as one of the first
     * @param contradictions how many of all these have another target than the example they repeat
     * @param pairs some of them to look at, the exact ones first
     */
    public record Overlap(
            Part first, Part second, int size, int exact, int near, int contradictions, List<Duplicate> pairs) {
        public Overlap {
            pairs = List.copyOf(pairs);
        }

        /** Share of the second part that stands in the first. */
        public double share() {
            return size == 0 ? 0 : (double) (exact + near) / size;
        }
    }

    /** Whether no two parts have anything in common. */
    public boolean isClean() {
        return overlaps.isEmpty();
    }
}
