package org.vitrine.app.shell;

import org.vitrine.app.shared.Texts;

/** The stages of the rail, in the order of the work. */
public enum StageId {
    HOME("mdi2h-home-outline", 0),
    DATA("mdi2d-database-outline", 1),
    DESIGN("mdi2g-graph-outline", 2),
    TRAIN("mdi2c-chart-line", 3),
    EXPLAIN("mdi2e-eye-outline", 4),
    RUNS("mdi2h-history", 5);

    private final String icon;
    private final int digit;

    StageId(String icon, int digit) {
        this.icon = icon;
        this.digit = digit;
    }

    /** Icon literal of Ikonli's materialdesign2 pack. */
    public String icon() {
        return icon;
    }

    /** The key that goes here, with Ctrl. */
    public int digit() {
        return digit;
    }

    public String title() {
        return Texts.get("stage." + name());
    }
}
