package org.vitrine.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.charts.render.Picture;

/**
 * An example with its explanations.
 *
 * @param group where it stands
 * @param card whether to believe the first explanation; empty if that was not asked
 */
record Explained(int example, Group group, String caption, List<Map> maps, List<Block> card) {

    /** Examples that the model is right or wrong about, or one place of examples that it scores place by place. */
    enum Group {
        RIGHT,
        WRONG,
        PLACE
    }

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
