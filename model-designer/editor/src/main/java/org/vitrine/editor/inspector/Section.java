package org.vitrine.editor.inspector;

import javafx.scene.Node;
import org.vitrine.editor.model.GraphState;

/** What the inspector shows for one kind of selection. */
interface Section {

    Node node();

    /** Brings the section in line with a new state in which its subject still exists. */
    void update(GraphState state);

    /** Brings the keyboard to the first parameter. */
    default void focusParameters() {}

    /** Brings the keyboard to the name. */
    default void focusName() {}
}
