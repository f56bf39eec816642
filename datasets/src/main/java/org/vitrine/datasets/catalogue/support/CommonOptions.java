package org.vitrine.datasets.catalogue.support;

import org.vitrine.datasets.DatasetOption;

/** Options that several data sets have. */
public final class CommonOptions {
    public static final String SEED = "seed";
    public static final String EXAMPLES = "examples";
    public static final String NOISE = "noise";
    public static final String VALIDATION = "validation";

    private CommonOptions() {}

    public static DatasetOption seed() {
        return DatasetOption.integer(SEED, 42, 0, Integer.MAX_VALUE);
    }

    public static DatasetOption examples(int initial) {
        return DatasetOption.integer(EXAMPLES, initial, 100, 50_000);
    }

    public static DatasetOption noise(double initial, double most) {
        return DatasetOption.number(NOISE, initial, 0, most);
    }

    public static DatasetOption validation(double initial) {
        return DatasetOption.number(VALIDATION, initial, 0.02, 0.5);
    }
}
