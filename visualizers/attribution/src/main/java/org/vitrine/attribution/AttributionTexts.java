package org.vitrine.attribution;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read about methods, from {@code attribution.properties}. */
public final class AttributionTexts {
    private final ResourceBundle bundle;

    public AttributionTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.attribution.attribution", locale);
    }

    public String title(String method) {
        return bundle.getString(method + ".title");
    }

    /** What the method shows, in one paragraph. */
    public String explanation(String method) {
        return bundle.getString(method + ".explanation");
    }

    /** When the method misleads. */
    public String caution(String method) {
        return bundle.getString(method + ".caution");
    }

    /** Authors, year and title of the paper. */
    public String reference(String method) {
        return bundle.getString(method + ".reference");
    }

    public String family(MethodFamily family) {
        return bundle.getString("family." + family.name());
    }

    /** The label of an option. */
    public String option(MethodOption option) {
        return bundle.getString("option." + option.name());
    }

    /** What the option does. */
    public String help(MethodOption option) {
        return bundle.getString("option." + option.name() + ".help");
    }

    /** The label of the usual layer, where one can be chosen. */
    public String lastLayer() {
        return bundle.getString("option.layer.last");
    }

    /** The label of one of an option's choices. */
    public String choice(MethodOption option, String choice) {
        return bundle.getString("option." + option.name() + "." + choice);
    }
}
