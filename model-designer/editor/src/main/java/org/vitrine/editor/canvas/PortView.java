package org.vitrine.editor.canvas;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.vitrine.editor.model.Connections;
import org.vitrine.graph.model.NodeId;

/** A port on the rim of a node: a small disc with a larger area for the mouse. */
final class PortView extends Region {
    static final double SIZE = 22;

    private static final PseudoClass CONNECTED = PseudoClass.getPseudoClass("connected");
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
    private static final PseudoClass CLASHES = PseudoClass.getPseudoClass("clashes");
    private static final PseudoClass FORBIDDEN = PseudoClass.getPseudoClass("forbidden");
    private static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");

    private final NodeId node;
    private final int index;

    /** @param index the input port, or -1 for the output */
    PortView(NodeId node, int index) {
        this.node = node;
        this.index = index;
        getStyleClass().add("port");
        setManaged(false);
        resize(SIZE, SIZE);
    }

    NodeId node() {
        return node;
    }

    int index() {
        return index;
    }

    boolean isInput() {
        return index >= 0;
    }

    void place(double x, double y) {
        relocate(x - SIZE / 2, y - SIZE / 2);
    }

    void setConnected(boolean connected) {
        pseudoClassStateChanged(CONNECTED, connected);
    }

    void setAimed(boolean aimed) {
        pseudoClassStateChanged(AIMED, aimed);
    }

    void mark(Connections.Kind kind) {
        pseudoClassStateChanged(FITS, kind == Connections.Kind.FITS);
        pseudoClassStateChanged(CLASHES, kind == Connections.Kind.CLASHES);
        pseudoClassStateChanged(FORBIDDEN, kind == Connections.Kind.FORBIDDEN);
    }

    void unmark() {
        pseudoClassStateChanged(FITS, false);
        pseudoClassStateChanged(CLASHES, false);
        pseudoClassStateChanged(FORBIDDEN, false);
        pseudoClassStateChanged(AIMED, false);
    }
}
