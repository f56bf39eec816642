package org.vitrine.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.charts.render.Picture;

/**
 * An example with its explanations.
 *
 * @param right whether the model was right about it
 * @param card whether to believe the first explanation; empty if that was not asked
 */
record Explained(int example, boolean right, String caption, List<Map> maps, List<Block> card) {

    /**
     * A picture of the example: as it is, or explained.
     *
     * @param name of the method, or {@code input}
     * @param values the relevance as a file; empty for the input
     */
    record Map(String name, String title, Picture picture, Optional<Path> values) {}

    Explained {
        maps = List.copyOf(maps);
        card = List.copyOf(card);
    }
}
