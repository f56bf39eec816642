package org.vitrine.attribution.credibility;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people read about metrics and cards, from {@code credibility.properties}. */
public final class CredibilityTexts {
    /** {@code {name}} is replaced by a figure, {@code {name%}} by the same in per cent. */
    private static final Pattern FIGURE = Pattern.compile("\\{(\\w+)(%?)}");

    private final ResourceBundle bundle;

    public CredibilityTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.attribution.credibility.credibility", locale);
    }

    /** The metric's name. */
    public String title(String metric) {
        return bundle.getString(metric + ".title");
    }

    /** How it is measured. */
    public String formula(String metric) {
        return bundle.getString(metric + ".formula");
    }

    /** What is good, from which value on, and why from there. */
    public String threshold(String metric) {
        return bundle.getString(metric + ".threshold");
    }

    /** What it does not tell. */
    public String limits(String metric) {
        return bundle.getString(metric + ".limits");
    }

    /** Authors, year and title of the paper. */
    public String reference(String metric) {
        return bundle.getString(metric + ".reference");
    }

    /** One word. */
    public String word(Verdict verdict) {
        return bundle.getString("verdict." + verdict.name());
    }

    /** What the whole card says, in one sentence. */
    public String sentence(Verdict whole) {
        return bundle.getString("card." + whole.name());
    }

    /** What a line says, in one sentence. */
    public String sentence(Line line) {
        String key = line.verdict() == Verdict.NOT_MEASURED
                ? "reason." + line.reason()
                : line.metric() + "." + line.verdict().name();
        return FIGURE.matcher(bundle.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(
                        figure(line, found.group(1), !found.group(2).isEmpty())));
    }

    private static String figure(Line line, String name, boolean percent) {
        double value = name.equals("value")
                ? line.value().orElseThrow()
                : line.figures().getOrDefault(name, Double.NaN);
        if (percent) {
            double shown = 100 * value;
            return shown != 0 && Math.abs(shown) < 1
                    ? String.format(Locale.ROOT, "%.1f %%", shown)
                    : String.format(Locale.ROOT, "%.0f %%", shown);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
