package org.vitrine.editor.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Nodes on their way from where they were to where the document has them now: shows where each one went. */
final class Glide extends Transition {
    private static final Duration TIME = Duration.millis(220);

    private final Map<NodeId, Position> from;
    private final Map<NodeId, Position> to;
    private final Consumer<Map<NodeId, Position>> show;

    /** @param show called with the places of each frame */
    Glide(Map<NodeId, Position> from, Map<NodeId, Position> to, Consumer<Map<NodeId, Position>> show, Runnable end) {
        this.from = from;
        this.to = to;
        this.show = show;
        setCycleDuration(TIME);
        setInterpolator(Interpolator.EASE_BOTH);
        setOnFinished(event -> end.run());
    }

    @Override
    protected void interpolate(double share) {
        Map<NodeId, Position> places = new HashMap<>();
        to.forEach((id, end) -> {
            Position start = from.getOrDefault(id, end);
            places.put(id, start.plus((end.x() - start.x()) * share, (end.y() - start.y()) * share));
        });
        show.accept(places);
    }
}
