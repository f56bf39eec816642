package org.vitrine.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.action.Action;
import org.vitrine.app.action.Actions;
import org.vitrine.app.shared.Texts;

/** Menus, and the button that every graph leads to: Train, with the reason beside it while it is off. */
final class HeaderBar extends HBox {

    HeaderBar(Actions actions) {
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        MenuBar menus = MenuFactory.create(actions);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        Action start = actions.get("startTraining");
        Label why = new Label();
        why.setId("header-why-not");
        why.getStyleClass().add("why-not");
        why.textProperty().bind(start.whyNot());
        why.setMaxWidth(Double.MAX_VALUE);
        why.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(why, Priority.ALWAYS);
        Button train = new Button(Texts.get("train.start"), new FontIcon("mdi2p-play"));
        train.setId("header-train");
        train.getStyleClass().add("accent");
        train.setMinWidth(Region.USE_PREF_SIZE);
        train.disableProperty().bind(start.disabled());
        train.setOnAction(event -> start.run());
        getChildren().addAll(menus, why, train);
    }
}
