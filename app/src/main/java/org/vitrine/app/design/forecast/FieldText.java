package org.vitrine.app.design.forecast;

import java.util.Locale;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.cost.ReceptiveField;

/** A receptive field in words. */
final class FieldText {
    private FieldText() {}

    static String of(ReceptiveField field) {
        if (field.whole()) {
            return Texts.get("analysis.field.whole");
        }
        if (field.stride() == 1) {
            return Long.toString(field.size());
        }
        boolean whole = field.stride() == Math.rint(field.stride());
        String stride = String.format(Locale.ROOT, whole ? "%.0f" : "%.3g", field.stride());
        return Texts.format("analysis.field.stride", Long.toString(field.size()), stride);
    }
}
