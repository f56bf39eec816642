package org.vitrine.app.train;

import javafx.scene.Node;

/** What shows a run while it learns: curves, and what was watched. */
public interface RunPanels {

    /** All of it. */
    Node node();

    /** Shows a run from now on. */
    void show(RunViewModel run);

    /** Follows no run any more. */
    void close();
}
