package org.vitrine.editor.inspector;

import javafx.scene.Node;

/** The control of one parameter. */
interface FieldControl {

    Node node();

    /** What receives the focus, and carries the accessible text. */
    Node input();

    /** Shows a value from outside; text that is being typed and means the same stays as it is. */
    void show(Object value);
}
