package org.vitrine.app.data.steps;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.steps.PipelineViewModel.StepRow;
import org.vitrine.app.shared.Texts;

/** The steps as cards below each other: chosen by click, moved by buttons, Alt and arrow keys, or the mouse. */
final class StepList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final PipelineViewModel model;
    private final VBox cards = new VBox(6);
    private final MenuButton add = new MenuButton(Texts.get("data.steps.add"), new FontIcon("mdi2p-plus"));

    StepList(PipelineViewModel model, Runnable reset) {
        super(8);
        this.model = model;
        cards.setId("step-list");
        add.setId("step-add");
        add.setOnShowing(event -> offer());
        Button restore = new Button(Texts.get("data.steps.reset"));
        restore.setId("step-reset");
        restore.setOnAction(event -> reset.run());
        HBox buttons = new HBox(8, add, restore);
        Label raw = new Label(Texts.get("data.steps.raw"));
        raw.getStyleClass().add("text-muted");
        Label network = new Label(Texts.get("data.steps.network"));
        network.getStyleClass().add("text-muted");
        getChildren().addAll(raw, cards, network, buttons);
        setPrefWidth(300);
        setMinWidth(240);
        model.rows().subscribe(this::rebuild);
        model.chosen().subscribe(place -> mark());
    }

    private void offer() {
        add.getItems().clear();
        for (PipelineViewModel.Offer offer : model.offers()) {
            StepNames names = StepNames.of(offer.step().id());
            Label title = new Label(names.title());
            Label why = new Label(
                    offer.whyNot().isEmpty() ? names.help() : Texts.format("data.steps.whyNot", offer.whyNot()));
            why.getStyleClass().add("text-muted");
            why.setWrapText(true);
            why.setMaxWidth(360);
            CustomMenuItem item = new CustomMenuItem(new VBox(2, title, why));
            item.setId("add-" + offer.step().id());
            item.setDisable(!offer.whyNot().isEmpty());
            item.setOnAction(event -> model.add(offer.step().id()));
            add.getItems().add(item);
        }
    }

    private void rebuild() {
        cards.getChildren().clear();
        if (model.rows().isEmpty()) {
            Label none = new Label(Texts.get("data.steps.none"));
            none.setWrapText(true);
            none.getStyleClass().add("text-muted");
            cards.getChildren().add(none);
        }
        model.rows().forEach(row -> cards.getChildren().add(card(row)));
        mark();
    }

    private void mark() {
        for (int i = 0; i < cards.getChildren().size(); i++) {
            cards.getChildren()
                    .get(i)
                    .pseudoClassStateChanged(CHOSEN, i == model.chosen().get());
        }
    }

    private HBox card(StepRow row) {
        int place = row.place();
        StepNames names = StepNames.of(row.reference().step());
        Label title = new Label((place + 1) + "  " + names.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        FontIcon warning = new FontIcon("mdi2a-alert-outline");
        warning.getStyleClass().add("step-warning");
        warning.setVisible(!row.works());
        HBox card = new HBox(
                2,
                title,
                warning,
                button("up", place, "mdi2a-arrow-up", place > 0, () -> model.move(place, place - 1)),
                button(
                        "down",
                        place,
                        "mdi2a-arrow-down",
                        place + 1 < model.rows().size(),
                        () -> model.move(place, place + 1)),
                button("remove", place, "mdi2c-close", true, () -> model.remove(place)));
        card.setId("step-" + place);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("step-card");
        card.pseudoClassStateChanged(BROKEN, !row.works());
        card.setFocusTraversable(true);
        card.setAccessibleText(names.title());
        card.setOnMousePressed(event -> {
            card.requestFocus();
            model.chosen().set(place);
        });
        card.setOnMouseReleased(event -> drop(card, place, event));
        card.setOnMouseDragged(event -> card.setTranslateY(card.getTranslateY() + event.getY() - card.getHeight() / 2));
        card.setOnKeyPressed(event -> key(place, event));
        return card;
    }

    /** A card that is dragged past others takes their place. */
    private void drop(HBox card, int place, MouseEvent event) {
        double moved = card.getTranslateY();
        card.setTranslateY(0);
        if (event.isStillSincePress()) {
            return;
        }
        int by = (int) Math.round(moved / (card.getHeight() + cards.getSpacing()));
        model.move(place, Math.max(0, Math.min(model.rows().size() - 1, place + by)));
    }

    private void key(int place, KeyEvent event) {
        boolean handled = true;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            model.move(place, place - 1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            model.move(place, place + 1);
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(place);
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.chosen().set(place);
        } else {
            handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private static Button button(String what, int place, String icon, boolean possible, Runnable effect) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("step-" + what + "-" + place);
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        String name = Texts.get("data.steps." + what);
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setDisable(!possible);
        button.setFocusTraversable(false);
        button.setOnAction(event -> effect.run());
        return button;
    }
}
