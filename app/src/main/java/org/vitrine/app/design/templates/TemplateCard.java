package org.vitrine.app.design.templates;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;

/** A template in the gallery: its thumbnail, title, data set and size. A click chooses it, a double click opens it. */
final class TemplateCard extends Button {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int TWICE = 2;

    private final Template template;

    TemplateCard(Template template, Runnable choose, Runnable open) {
        this.template = template;
        setId("template-" + template.name());
        getStyleClass().add("template-card");
        StackPane picture = new StackPane(Pictures.view(template.thumbnail()));
        picture.getStyleClass().add("template-picture");
        Label title = new Label(template.title());
        title.getStyleClass().add("card-title");
        Label facts = new Label(Texts.format("templates.facts", template.data(), template.parameters()));
        facts.getStyleClass().add("text-muted");
        setGraphic(new VBox(4, picture, title, facts));
        setAccessibleText(title.getText() + ". " + template.architecture() + ". " + facts.getText());
        setOnAction(event -> choose.run());
        setOnMouseClicked(event -> {
            if (event.getClickCount() == TWICE) {
                open.run();
            }
        });
    }

    Template template() {
        return template;
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
