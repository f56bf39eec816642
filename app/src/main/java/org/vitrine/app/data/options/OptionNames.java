package org.vitrine.app.data.options;

import org.vitrine.datasets.DatasetOption;

/** How options are called in a form. */
public interface OptionNames {
    String label(DatasetOption option);

    /** What it does; empty for nothing to say. */
    String help(DatasetOption option);

    /** How a choice is shown. */
    String choice(DatasetOption option, String choice);
}
