package org.vitrine.app.shell;

import org.vitrine.app.shared.Texts;

/** The stages of the rail, in the order of the work. */
public enum StageId {
    HOME("mdi2h-home-outline", "Alt+Home"),
    DATA("mdi2d-database-outline", "Ctrl+1"),
    DESIGN("mdi2g-graph-outline", "Ctrl+2"),
    TRAIN("mdi2c-chart-line", "Ctrl+3"),
    EXPLAIN("mdi2e-eye-outline", "Ctrl+4"),
    RUNS("mdi2h-history", "Ctrl+5");

    private final String icon;
    private final String keys;

    StageId(String icon, String keys) {
        this.icon = icon;
        this.keys = keys;
    }

    /** Icon literal of Ikonli's materialdesign2 pack. */
    public String icon() {
        return icon;
    }

    /** The keys that go here, as a tooltip shows them. */
    public String keys() {
        return keys;
    }

    public String title() {
        return Texts.get("stage." + name());
    }
}
