package org.vitrine.app.report;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.charts.render.Picture;

/**
 * A picture of an example: as it is, or explained.
 *
 * @param name of the method, or {@code input}
 * @param values the relevance as a file; empty for the input
 */
record Heatmap(int example, boolean right, String caption, String name, Picture picture, Optional<Path> values) {}
