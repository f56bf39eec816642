package org.vitrine.app.design.templates;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;

/** The chosen template: its picture, its story, its data set, and the buttons that open it. */
final class TemplateDetails extends VBox {

    /** A data set that can be put under a template; none for its own. */
    record DataChoice(String title, Optional<DataReference> reference) {}

    private final GalleryViewModel model;
    private final VBox told = new VBox(8);
    private final Label fit = label("text-muted");
    private final Button use = new Button();
    private final ComboBox<DataChoice> data = new ComboBox<>();

    TemplateDetails(GalleryViewModel model, List<DataChoice> choices, Consumer<GraphDocument> open) {
        super(12);
        this.model = model;
        getStyleClass().add("template-details");
        ScrollPane scroll = new ScrollPane(told);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        data.setId("template-data");
        data.setMaxWidth(Double.MAX_VALUE);
        data.setItems(FXCollections.observableArrayList(choices));
        data.getSelectionModel().selectFirst();
        data.setConverter(new Shown<>(choice -> choice.title()));
        data.valueProperty().subscribe(this::put);
        use.setId("template-use");
        use.setGraphic(new FontIcon("mdi2p-plus"));
        use.getStyleClass().add("accent");
        use.setMaxWidth(Double.MAX_VALUE);
        use.setOnAction(event -> model.document().ifPresent(open));
        fit.setId("template-fit");
        getChildren().addAll(scroll, new Label(Texts.get("templates.data")), data, fit, use);
        model.chosen().subscribe(this::show);
        model.fit().subscribe(this::show);
    }

    private void put(@Nullable DataChoice choice) {
        if (choice == null || choice.reference().isEmpty()) {
            model.ownData();
        } else {
            model.tryWith(choice.reference().get(), choice.title());
        }
    }

    private void show(Optional<Template> chosen) {
        told.getChildren().clear();
        data.getSelectionModel().selectFirst();
        show(model.fit().get());
        chosen.ifPresent(template -> {
            StackPane picture = new StackPane(Pictures.view(template.thumbnail()));
            picture.getStyleClass().add("template-picture");
            Label title = label("template-title");
            title.setText(template.title());
            Label facts = label("text-muted");
            facts.setText((template.isArchitecture() ? template.architecture() + "  ·  " : "")
                    + Texts.format("templates.facts", template.data(), template.parameters()));
            told.getChildren().addAll(picture, title, facts);
            template.document().notes().lines().forEach(line -> {
                Label paragraph = label("template-story");
                paragraph.setText(line);
                told.getChildren().add(paragraph);
            });
        });
    }

    private void show(Fit now) {
        if (now instanceof Fit.Checking checking) {
            fit.setText(Texts.format("templates.checking", checking.data()));
        } else if (now instanceof Fit.Refused refused) {
            fit.setText(refused.why());
        } else if (now instanceof Fit.Fits fits) {
            fit.setText(
                    fits.changes().isEmpty()
                            ? Texts.format("templates.fits", fits.data())
                            : Texts.format("templates.fits.changed", String.join("\n", fits.changes())));
        } else {
            fit.setText("");
        }
        use.setText(
                now instanceof Fit.Fits fits
                        ? Texts.format("templates.use.with", fits.data())
                        : Texts.get("templates.use"));
        use.setDisable(model.document().isEmpty());
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
