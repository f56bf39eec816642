package org.vitrine.app.words;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/** A field for a word with a list of those that begin as it does. Keys stay with the field. */
final class CompletionField extends TextField {
    private static final double ROW = 30;

    private final Function<String, List<String>> completions;
    private final Consumer<String> done;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private boolean quiet;

    /** @param done takes the word on Enter and when one of the list is chosen */
    CompletionField(Function<String, List<String>> completions, Consumer<String> done) {
        this.completions = completions;
        this.done = done;
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("word-completions");
        list.setOnMouseClicked(event -> take());
        popup.setAutoHide(true);
        popup.getContent().add(list);
        textProperty().subscribe((before, now) -> complete(now));
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows a word without asking for completions. */
    void show(String word) {
        quiet = true;
        setText(word);
        quiet = false;
        popup.hide();
    }

    private void complete(String text) {
        if (quiet || !isFocused() || getScene() == null) {
            return;
        }
        List<String> found = completions.apply(text);
        if (found.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        list.setPrefSize(Math.max(160, getWidth()), found.size() * ROW + 4);
        Bounds place = localToScreen(getBoundsInLocal());
        if (!popup.isShowing() && place != null) {
            list.getStylesheets().setAll(getScene().getStylesheets());
            popup.show(this, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, UP -> {
                if (popup.isShowing()) {
                    int step = event.getCode() == javafx.scene.input.KeyCode.DOWN ? 1 : -1;
                    int from = list.getSelectionModel().getSelectedIndex();
                    list.getSelectionModel()
                            .select(Math.floorMod(
                                    from < 0 && step < 0 ? -1 : from + step,
                                    list.getItems().size()));
                    event.consume();
                }
            }
            case ENTER -> {
                take();
                event.consume();
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    event.consume();
                }
            }
            default -> {
                // Goes on to the field.
            }
        }
    }

    private void take() {
        String chosen = popup.isShowing() ? list.getSelectionModel().getSelectedItem() : null;
        if (chosen != null) {
            show(chosen);
            positionCaret(chosen.length());
        }
        popup.hide();
        done.accept(getText());
    }
}
