package org.vitrine.app.explain.write;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Labels of the pages. */
final class Labels {
    private Labels() {}

    /** One that wraps, without text. */
    static Label of(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The strip above a page. */
    static Node strip(ObservableValue<String> title) {
        Label label = new Label();
        label.getStyleClass().add("stage-title");
        label.textProperty().bind(title);
        HBox strip = new HBox(label);
        strip.getStyleClass().add("strip");
        return strip;
    }
}
