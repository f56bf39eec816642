package org.vitrine.app.explain.card;

import java.util.Locale;
import java.util.Optional;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.credibility.CredibilityTexts;
import org.vitrine.attribution.credibility.Curve;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.runs.event.Judgements.JudgedLine;

/** What events tell of cards, in words. */
public final class JudgedTexts {
    private static final CredibilityTexts TEXTS = new CredibilityTexts(Locale.getDefault());

    private static final AttributionTexts METHODS = new AttributionTexts(Locale.getDefault());

    private JudgedTexts() {}

    /** What people read about metrics. */
    public static CredibilityTexts metrics() {
        return TEXTS;
    }

    /** The name of an attribution method. */
    static String method(String id) {
        return METHODS.title(id);
    }

    /** The line as the metrics made it. */
    public static Line line(JudgedLine told) {
        return new Line(
                told.metric(),
                verdict(told.verdict()),
                told.value(),
                told.figures(),
                told.reason(),
                Optional.ofNullable(told.curve()).map(curve -> new Curve(curve.shares(), curve.series())));
    }

    /** The verdict of this name; one that is not known counts as not measured. */
    public static Verdict verdict(String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return Verdict.NOT_MEASURED;
    }
}
