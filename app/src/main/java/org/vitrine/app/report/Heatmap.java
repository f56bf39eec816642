package org.vitrine.app.report;

import org.vitrine.charts.render.Picture;
import org.vitrine.runs.event.RunEvent.AttributionDone;

/** One explained example. */
record Heatmap(int example, boolean right, String caption, AttributionDone answer, Picture picture) {}
