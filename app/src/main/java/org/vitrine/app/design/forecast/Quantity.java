package org.vitrine.app.design.forecast;

import java.util.Locale;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.Units;

/** What the canvas can show at each node. */
public enum Quantity {
    NONE,
    PARAMETERS,
    MULTIPLY_ADDS,
    MEMORY,
    TIME;

    double of(AnalysisRow row) {
        return switch (this) {
            case NONE -> 0;
            case PARAMETERS -> row.cost().parameters();
            case MULTIPLY_ADDS -> row.cost().multiplyAdds();
            case MEMORY -> row.cost().activationBytes();
            case TIME -> row.seconds().orElse(0);
        };
    }

    /** A value with its unit. */
    String text(double amount) {
        return switch (this) {
            case NONE -> "";
            case PARAMETERS, MULTIPLY_ADDS -> Units.count(Math.round(amount));
            case MEMORY -> Units.bytes(Math.round(amount));
            case TIME -> Units.seconds(amount);
        };
    }

    String title() {
        return Texts.get("analysis.quantity." + name().toLowerCase(Locale.ROOT));
    }
}
