package org.vitrine.app.train;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;

/** A number with its name under it. */
final class Figure extends VBox {
    Figure(String key, ObservableValue<String> value) {
        getStyleClass().add("figure");
        Label number = new Label();
        number.setId("figure-" + key);
        number.getStyleClass().add("figure-value");
        number.textProperty().bind(value);
        Label name = new Label(Texts.get("figure." + key));
        name.getStyleClass().add("figure-name");
        getChildren().addAll(number, name);
    }
}
