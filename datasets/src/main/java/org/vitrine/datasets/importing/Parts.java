package org.vitrine.datasets.importing;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.random.Partition;

/** Puts imported examples into parts: those that the user's folders say, and shares of the rest. */
final class Parts {
    static final String TEST = "test";
    private static final int LEAST = 10;

    private Parts() {}

    /** The options of shares and seed. */
    static List<DatasetOption> options() {
        return List.of(
                CommonOptions.validation(0.15), DatasetOption.number(TEST, 0.15, 0.02, 0.5), CommonOptions.seed());
    }

    /**
     * The parts of a packed file.
     *
     * @param classes number of classes whose shares are kept in each part; 1 if there are none
     */
    static Partition of(Pack pack, int classes, Options options) throws DatasetException {
        int[] validation = of(pack, Part.VALIDATION);
        int[] test = of(pack, Part.TEST);
        int[] open = of(pack, Part.TRAIN);
        int[] all = classes == 1 ? new int[pack.size()] : pack.labels();
        Partition drawn = Partition.stratified(
                IntStream.of(open).map(i -> all[i]).toArray(),
                classes,
                validation.length > 0 ? 0 : options.number(CommonOptions.VALIDATION),
                test.length > 0 ? 0 : options.number(TEST),
                options.integer(CommonOptions.SEED));
        Partition parts = new Partition(
                chosen(open, drawn.train()),
                validation.length > 0 ? validation : chosen(open, drawn.validation()),
                test.length > 0 ? test : chosen(open, drawn.test()));
        check(pack.header().source(), pack.size(), parts);
        return parts;
    }

    /** Refuses what is too little to learn from. */
    static void check(String source, int examples, Partition parts) throws DatasetException {
        if (examples < LEAST
                || parts.train().length == 0
                || parts.validation().length == 0
                || parts.test().length == 0) {
            throw new DatasetException(source + " gives " + parts.train().length + " examples to train, "
                    + parts.validation().length + " to validate and " + parts.test().length + " to test; at least "
                    + LEAST
                    + " in all, and one in each part, are needed. Add more.");
        }
    }

    private static int[] chosen(int[] from, int[] indices) {
        return IntStream.of(indices).map(i -> from[i]).toArray();
    }

    /** The examples of a part; those of no part train. */
    private static int[] of(Pack pack, Part wanted) {
        return IntStream.range(0, pack.size())
                .filter(i -> {
                    Part part = pack.part(i);
                    return part == null ? wanted == Part.TRAIN : part == wanted;
                })
                .toArray();
    }
}
