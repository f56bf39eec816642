package org.vitrine.app.design.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.model.GraphDocument;

/** The gallery: a search field and chips above, templates as cards, the chosen one's story beside them. */
public final class GalleryView extends BorderPane {
    private final GalleryViewModel model;
    private final Consumer<GraphDocument> open;
    private final FlowPane cards = new FlowPane(16, 16);
    private final Label none = new Label(Texts.get("templates.none"));
    private final Map<String, TemplateCard> made = new HashMap<>();

    /**
     * @param choices data sets that can be put under a template; the first stands for its own
     * @param blank called to start with an empty graph
     * @param open called with the document that was chosen
     * @param back called to leave
     */
    GalleryView(
            GalleryViewModel model,
            List<TemplateDetails.DataChoice> choices,
            Runnable blank,
            Consumer<GraphDocument> open,
            Runnable back) {
        this.model = model;
        this.open = open;
        setId("gallery");
        getStyleClass().add("gallery");
        setTop(top(blank, back));
        VBox page = new VBox(16, cards, none);
        page.getStyleClass().add("gallery-cards");
        none.getStyleClass().add("text-muted");
        none.managedProperty().bind(none.visibleProperty());
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setRight(new TemplateDetails(model, choices, open));
        model.shown().addListener((ListChangeListener<Template>) change -> fill());
        model.chosen().subscribe(chosen -> mark());
        model.trouble().subscribe(text -> {
            if (!text.isEmpty()) {
                none.setText(text);
            }
        });
        fill();
    }

    private Region top(Runnable blank, Runnable back) {
        Button home = new Button(Texts.get("templates.back"), new FontIcon("mdi2a-arrow-left"));
        home.setId("gallery-back");
        home.getStyleClass().add("flat");
        home.setOnAction(event -> back.run());
        Label title = new Label(Texts.get("templates.title"));
        title.getStyleClass().add("gallery-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button empty = new Button(Texts.get("templates.blank"), new FontIcon("mdi2f-file-outline"));
        empty.setOnAction(event -> blank.run());
        HBox row = new HBox(12, home, title, gap, empty);
        row.setAlignment(Pos.CENTER_LEFT);
        TextField search = new TextField();
        search.setId("template-search");
        search.setPromptText(Texts.get("templates.search"));
        search.textProperty().bindBidirectional(model.search());
        search.setPrefWidth(280);
        FlowPane chips = new FlowPane(4, 4);
        chips.setAlignment(Pos.CENTER_LEFT);
        for (Style style : Style.values()) {
            chips.getChildren().add(chip(style));
        }
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox filters = new HBox(12, search, chips);
        filters.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(12, row, filters);
        top.getStyleClass().add("gallery-top");
        return top;
    }

    private ToggleButton chip(Style style) {
        ToggleButton chip = new ToggleButton(style.title());
        chip.setId("style-" + style.name().toLowerCase(Locale.ROOT));
        chip.getStyleClass().add("filter-chip");
        chip.selectedProperty().subscribe(on -> {
            if (on) {
                model.styles().add(style);
            } else {
                model.styles().remove(style);
            }
        });
        return chip;
    }

    private void fill() {
        cards.getChildren()
                .setAll(model.shown().stream()
                        .map(template -> made.computeIfAbsent(template.file(), file -> card(template)))
                        .toList());
        none.setVisible(model.shown().isEmpty());
        mark();
    }

    private TemplateCard card(Template template) {
        return new TemplateCard(template, () -> model.choose(template), () -> {
            model.choose(template);
            model.document().ifPresent(open);
        });
    }

    private void mark() {
        made.values()
                .forEach(card -> card.setChosen(
                        model.chosen().get().filter(card.template()::equals).isPresent()));
    }
}
