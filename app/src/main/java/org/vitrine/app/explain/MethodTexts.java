package org.vitrine.app.explain;

import java.util.Locale;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.runs.event.RunEvent.AttributionDone;

/** What people read about methods and their answers. */
final class MethodTexts {
    private static final AttributionTexts TEXTS = new AttributionTexts(Locale.getDefault());

    private MethodTexts() {}

    static String title(String method) {
        return TEXTS.title(method);
    }

    static String explanation(String method) {
        return TEXTS.explanation(method);
    }

    static String caution(String method) {
        return TEXTS.caution(method);
    }

    static String reference(String method) {
        return TEXTS.reference(method);
    }

    /** The completeness gap, for methods that promise completeness. */
    static String note(AttributionDone answer) {
        return answer.completenessGap().isPresent()
                ? Texts.format(
                        "explain.gap", Numbers.percent(answer.completenessGap().getAsDouble()))
                : "";
    }
}
