package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.Ready;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Targets;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Target;

/** A step on pictures. */
abstract class PictureStep implements Step {
    static final String HEIGHT = "height";
    static final String WIDTH = "width";

    private final String id;
    private final boolean moves;

    /** @param moves whether things stand elsewhere in the picture afterwards */
    PictureStep(String id, boolean moves) {
        this.id = id;
        this.moves = moves;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        if (!(content instanceof Ready ready) || !(ready.shape() instanceof Image)) {
            return Optional.of("it takes pictures, not " + content.text() + ".");
        }
        boolean boxes = targets.target().stream().anyMatch(target -> target.kind() == Target.Kind.BOXES);
        return moves && boxes ? Optional.of("it would move things away from the boxes around them.") : Optional.empty();
    }

    /** Options for the height and width of the pictures afterwards. */
    static List<DatasetOption> sizes(int side) {
        return List.of(DatasetOption.integer(HEIGHT, side, 1, 1024), DatasetOption.integer(WIDTH, side, 1, 1024));
    }

    static Image image(Content content) {
        return (Image) ((Ready) content).shape();
    }

    /** The same kind of picture with other sides or channels. */
    static Content sized(Content before, long channels, long height, long width) {
        return new Ready(new Image(channels, height, width), ((Ready) before).presentation());
    }
}
