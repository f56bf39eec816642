package org.vitrine.attribution.maximisation;

import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.attribution.MethodOption;

/** What people read about the options of a {@link Recipe}, from {@code maximisation.properties}. */
public final class MaximisationTexts {
    private final ResourceBundle bundle;

    public MaximisationTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.attribution.maximisation.maximisation", locale);
    }

    /** The name of the method. */
    public String title() {
        return bundle.getString("title");
    }

    /** Authors, year and title of the paper. */
    public String reference() {
        return bundle.getString("reference");
    }

    /** The label of an option. */
    public String option(MethodOption option) {
        return bundle.getString("option." + option.name());
    }

    /** What the option does. */
    public String help(MethodOption option) {
        return bundle.getString("option." + option.name() + ".help");
    }

    /** The label of one of an option's choices. */
    public String choice(MethodOption option, String choice) {
        return bundle.getString("option." + option.name() + "." + choice);
    }
}
