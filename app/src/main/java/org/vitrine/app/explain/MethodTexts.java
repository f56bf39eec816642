package org.vitrine.app.explain;

import java.util.Locale;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.charts.format.Numbers;
import org.vitrine.runs.event.SessionEvent.AttributionDone;

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

    static String family(MethodFamily family) {
        return TEXTS.family(family);
    }

    static String option(MethodOption option) {
        return TEXTS.option(option);
    }

    static String help(MethodOption option) {
        return TEXTS.help(option);
    }

    static String choice(MethodOption.Choice option, String name) {
        return TEXTS.choice(option, name);
    }

    /** Of a choice among layers the usual one. */
    static String lastLayer() {
        return TEXTS.lastLayer();
    }

    /** The completeness gap, for methods that promise completeness. */
    static String note(AttributionDone answer) {
        return answer.completenessGap().isPresent()
                ? Texts.format(
                        "explain.gap", Numbers.percent(answer.completenessGap().getAsDouble()))
                : "";
    }
}
