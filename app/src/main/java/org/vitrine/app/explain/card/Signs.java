package org.vitrine.app.explain.card;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.charts.credibility.Light;

/** Verdicts as icon and word: the colour alone never tells. */
final class Signs {
    private Signs() {}

    static FontIcon icon(Verdict verdict) {
        FontIcon icon = new FontIcon(
                switch (verdict) {
                    case PASS -> "mdi2c-check-circle";
                    case DOUBTFUL -> "mdi2a-alert";
                    case FAIL -> "mdi2c-close-octagon";
                    case NOT_MEASURED -> "mdi2m-minus-circle-outline";
                });
        icon.getStyleClass().addAll("verdict-icon", style(verdict));
        return icon;
    }

    /** Icon and word. */
    static Label label(Verdict verdict) {
        Label label = new Label(JudgedTexts.metrics().word(verdict), icon(verdict));
        label.getStyleClass().addAll("verdict-word", style(verdict));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "verdict-pass";
            case DOUBTFUL -> "verdict-doubtful";
            case FAIL -> "verdict-fail";
            case NOT_MEASURED -> "verdict-none";
        };
    }

    static Light light(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Light.GOOD;
            case DOUBTFUL -> Light.DOUBT;
            case FAIL -> Light.BAD;
            case NOT_MEASURED -> Light.UNKNOWN;
        };
    }
}
