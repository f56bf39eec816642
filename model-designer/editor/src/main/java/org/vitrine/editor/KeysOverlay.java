package org.vitrine.editor;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.editor.model.Texts;

/** The keys of the designer over everything else; any click, Escape, Enter or ? puts it away. */
final class KeysOverlay extends StackPane {
    private static final int COLUMNS = 2;

    private final Runnable back;

    /** @param back brings the keyboard back to where it was */
    KeysOverlay(Runnable back) {
        this.back = back;
        setId("keys-overlay");
        getStyleClass().add("keys-overlay");
        setFocusTraversable(true);
        GridPane table = new GridPane();
        table.getStyleClass().add("keys-table");
        int number = 0;
        List<String> lines = Texts.text("keys.list").lines().toList();
        int rows = (lines.size() + COLUMNS - 1) / COLUMNS;
        for (String line : lines) {
            int split = line.indexOf('|');
            Label keys = new Label(line.substring(0, split).trim());
            keys.getStyleClass().add("keys-key");
            Label what = new Label(line.substring(split + 1).trim());
            what.setWrapText(true);
            what.getStyleClass().add("keys-what");
            table.add(keys, 2 * (number / rows), number % rows);
            table.add(what, 2 * (number / rows) + 1, number % rows);
            number++;
        }
        Label title = new Label(Texts.text("keys.title"));
        title.getStyleClass().add("keys-title");
        Label end = new Label(Texts.text("keys.end"));
        end.getStyleClass().add("keys-what");
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox card = new VBox(title, scroll, end);
        card.getStyleClass().add("keys-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(card);
        setVisible(false);
        setOnMouseClicked(event -> hideAway());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    || event.getCode() == KeyCode.ENTER
                    || event.getCode() == KeyCode.F1) {
                hideAway();
            }
            event.consume();
        });
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?")) {
                hideAway();
            }
            event.consume();
        });
    }

    void open() {
        setVisible(true);
        requestFocus();
    }

    private void hideAway() {
        setVisible(false);
        back.run();
    }
}
