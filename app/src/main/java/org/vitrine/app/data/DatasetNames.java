package org.vitrine.app.data;

import java.util.function.Supplier;
import org.vitrine.app.data.options.OptionNames;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetTexts;

/**
 * How the options of data sets are called.
 *
 * @param dataset the one whose form is shown
 */
record DatasetNames(DatasetTexts texts, Supplier<String> dataset) implements OptionNames {
    @Override
    public String label(DatasetOption option) {
        return texts.optionLabel(dataset.get(), option.name());
    }

    @Override
    public String help(DatasetOption option) {
        return texts.optionHelp(dataset.get(), option.name());
    }

    @Override
    public String choice(DatasetOption option, String choice) {
        return texts.choice(option.name(), choice);
    }
}
