package org.vitrine.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.action.Action;
import org.vitrine.app.action.Actions;
import org.vitrine.app.shared.Texts;

/** Ctrl+K: type a few letters, press Enter. Actions that are off are listed with the reason. */
final class CommandPalette extends StackPane {
    private final Actions actions;
    private final TextField query = new TextField();
    private final ListView<Action> found = new ListView<>();
    private @Nullable Node focusBefore;

    CommandPalette(Actions actions) {
        this.actions = actions;
        getStyleClass().add("palette-shade");
        setVisible(false);
        query.setId("command-query");
        query.setPromptText(Texts.get("palette.prompt"));
        found.setId("command-list");
        found.setCellFactory(list -> new ActionCell());
        found.setFocusTraversable(false);
        VBox box = new VBox(query, found);
        box.getStyleClass().add("command-palette");
        box.setMaxSize(560, 420);
        VBox.setVgrow(found, Priority.ALWAYS);
        getChildren().add(box);
        setAlignment(box, Pos.TOP_CENTER);
        query.textProperty().subscribe(this::search);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        found.setOnMouseClicked(event -> runChosen());
    }

    void open() {
        focusBefore = getScene().getFocusOwner();
        query.clear();
        search("");
        setVisible(true);
        query.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void search(String text) {
        found.getItems().setAll(actions.matching(text));
        found.getSelectionModel().selectFirst();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            runChosen();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int size = found.getItems().size();
            if (size > 0) {
                int next = Math.floorMod(found.getSelectionModel().getSelectedIndex() + step, size);
                found.getSelectionModel().select(next);
                found.scrollTo(next);
            }
            event.consume();
        }
    }

    private void runChosen() {
        Action action = found.getSelectionModel().getSelectedItem();
        if (action != null && action.isEnabled()) {
            close();
            action.run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(action.name());
            name.setDisable(!action.isEnabled());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label side = new Label(
                    action.isEnabled()
                            ? action.shortcut()
                                    .map(keys -> keys.getDisplayText())
                                    .orElse("")
                            : action.whyNot().getValue());
            side.getStyleClass().add("command-side");
            HBox row = new HBox(8, name, gap, side);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
