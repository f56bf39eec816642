package org.vitrine.app.data.steps;

import java.util.Locale;
import org.vitrine.app.data.options.OptionNames;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.steps.StepTexts;

/** How a step and its options are called. */
record StepNames(StepTexts texts, String step) implements OptionNames {

    static StepNames of(String step) {
        return new StepNames(new StepTexts(Locale.getDefault()), step);
    }

    String title() {
        return texts.title(step);
    }

    String help() {
        return texts.help(step);
    }

    @Override
    public String label(DatasetOption option) {
        return texts.optionLabel(step, option.name());
    }

    @Override
    public String help(DatasetOption option) {
        return texts.optionHelp(step, option.name());
    }

    @Override
    public String choice(DatasetOption option, String choice) {
        return choice;
    }
}
