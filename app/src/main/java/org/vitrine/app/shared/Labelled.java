package org.vitrine.app.shared;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A control with its name before it. */
public final class Labelled extends HBox {
    private static final double GAP = 6;

    public Labelled(String name, Node control) {
        super(GAP);
        Label label = new Label(name);
        label.setLabelFor(control);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(label, control);
    }
}
