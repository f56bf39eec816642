package org.vitrine.charts.curves;

import org.vitrine.charts.i18n.Messages;

/** What the x axis counts. */
public enum XMode {
    ITERATION,
    /** Fractional epochs, so that runs with different batch sizes compare. */
    EPOCH;

    String axisName() {
        return Messages.text(this == ITERATION ? "chart.x.iteration" : "chart.x.epoch");
    }
}
