package org.vitrine.datasets.steps;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read about steps, from {@code steps.properties}. */
public final class StepTexts {
    private final ResourceBundle bundle;

    public StepTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.datasets.steps.steps", locale);
    }

    public String title(String step) {
        return bundle.getString(step + ".title");
    }

    /** One or two sentences: what it does, and when it helps. */
    public String help(String step) {
        return bundle.getString(step + ".help");
    }

    public String optionLabel(String step, String option) {
        return bundle.getString(step + "." + option);
    }

    public String optionHelp(String step, String option) {
        return bundle.getString(step + "." + option + ".help");
    }
}
