package org.vitrine.app.explain.live;

import java.util.Optional;
import javafx.scene.Node;
import org.vitrine.charts.panel.Panel;

/** Where an input is drawn, typed or set. */
interface Pad {
    Node node();

    /** Begins with a test example. */
    void start(int example);

    /** Whether it needs the room above the map, and not beside it. */
    default boolean isWide() {
        return false;
    }

    /** Tells what the model makes of the input; empty if there is none. */
    default void show(Optional<Seen> seen) {}

    /** The panel of a pad that shows relevance itself, so that no other map is needed. */
    default Optional<Panel> map() {
        return Optional.empty();
    }
}
