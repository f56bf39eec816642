package org.vitrine.attribution.effects;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.random.Draw;

/**
 * How much worse a model does when a part of its inputs comes from other examples: the part keeps its distribution and loses what it
 * says about the target and about other parts (Breiman 2001: Random Forests, section 10; as model reliance, for any model and loss:
 * Fisher, Rudin, Dominici 2019: All Models are Wrong, but Many are Useful). Permutations are drawn anew for each repeat.
 */
public final class PermutationImportance {

    /**
     * What a model's quality became when one part was permuted.
     *
     * @param permuted one for each repeat
     */
    public record PartFound(String part, List<Quality> permuted) {
        public PartFound {
            permuted = List.copyOf(permuted);
        }
    }

    /**
     * What was found.
     *
     * @param base the quality with all parts in their places
     */
    public record Found(Quality base, List<PartFound> parts) {
        public Found {
            parts = List.copyOf(parts);
        }
    }

    /** Orders of the examples, by the part's number and the repeat. */
    @FunctionalInterface
    public interface Orders {
        int[] of(int part, int repeat);
    }

    private static final long MOST_REPEATS = 1000;

    private PermutationImportance() {}

    /**
     * Tests a model with each part permuted.
     *
     * @param examples of the split, in whose places permuted ones are taken from one another
     * @throws IllegalArgumentException if there are fewer than two examples, or no repeat
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    public static Found of(
            Tester model,
            Split split,
            int[] examples,
            List<InputPart> parts,
            int repeats,
            long seed,
            Progress progress) {
        // Each part and repeat draws by itself, so that neither other parts nor fewer repeats change what it finds.
        return of(
                model,
                split,
                examples,
                parts,
                repeats,
                (part, repeat) ->
                        Draw.forExample(seed, part * MOST_REPEATS + repeat).permutation(examples.length),
                progress);
    }

    /** As above, with these permutations. */
    public static Found of(
            Tester model,
            Split split,
            int[] examples,
            List<InputPart> parts,
            int repeats,
            Orders orders,
            Progress progress) {
        if (examples.length < 2) {
            throw new IllegalArgumentException("To permute takes at least 2 examples, not " + examples.length);
        }
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new IllegalArgumentException("Repeat 1 to " + MOST_REPEATS + " times, not " + repeats);
        }
        Quality base = model.test(PermutedSplit.none(split, examples));
        List<PartFound> found = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Quality> permuted = new ArrayList<>();
            for (int repeat = 0; repeat < repeats; repeat++) {
                progress.at((double) (part * repeats + repeat) / (parts.size() * repeats));
                permuted.add(model.test(
                        new PermutedSplit(split, examples, parts.get(part).places(), orders.of(part, repeat))));
            }
            found.add(new PartFound(parts.get(part).name(), permuted));
        }
        return new Found(base, found);
    }
}
