package org.vitrine.datasets.catalogue;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.datasets.Baselines;
import org.vitrine.datasets.Task;

/** What people read about data sets, from {@code datasets.properties}. */
public final class DatasetTexts {
    private final ResourceBundle bundle;

    public DatasetTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.datasets.datasets", locale);
    }

    public String title(String dataset) {
        return bundle.getString(dataset + ".title");
    }

    /** One to three sentences: what it is, how hard it is. */
    public String summary(String dataset) {
        return bundle.getString(dataset + ".summary");
    }

    public String task(Task task) {
        return bundle.getString("task." + task.name().toLowerCase(Locale.ROOT));
    }

    /** A score as people read it, such as {@code 88.4 % right} or {@code R² 0.49}. */
    public String score(double score, Baselines.Unit unit) {
        String pattern = bundle.getString("baselines.unit." + unit.name().toLowerCase(Locale.ROOT));
        return new MessageFormat(pattern, bundle.getLocale()).format(new Object[] {score});
    }

    public String optionLabel(String dataset, String option) {
        return option(dataset, option, "label");
    }

    public String optionHelp(String dataset, String option) {
        return option(dataset, option, "help");
    }

    /** How a choice is shown; the choice itself stands in files. */
    public String choice(String option, String choice) {
        String key = "option." + option + ".choice." + choice.replace(' ', '-');
        return bundle.containsKey(key) ? bundle.getString(key) : choice;
    }

    /** A text of the data set's own, or else the one that several data sets share. */
    private String option(String dataset, String option, String what) {
        String own = dataset + ".option." + option + "." + what;
        return bundle.getString(bundle.containsKey(own) ? own : "option." + option + "." + what);
    }
}
