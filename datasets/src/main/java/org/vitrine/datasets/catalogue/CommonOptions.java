package org.vitrine.datasets.catalogue;

import org.vitrine.datasets.DatasetOption;

/** Options that several data sets have. */
final class CommonOptions {
    static final String SEED = "seed";
    static final String EXAMPLES = "examples";
    static final String NOISE = "noise";
    static final String VALIDATION = "validation";

    private CommonOptions() {}

    static DatasetOption seed() {
        return DatasetOption.integer(SEED, 42, 0, Integer.MAX_VALUE);
    }

    static DatasetOption examples(int initial) {
        return DatasetOption.integer(EXAMPLES, initial, 100, 50_000);
    }

    static DatasetOption noise(double initial, double most) {
        return DatasetOption.number(NOISE, initial, 0, most);
    }

    static DatasetOption validation(double initial) {
        return DatasetOption.number(VALIDATION, initial, 0.02, 0.5);
    }
}
