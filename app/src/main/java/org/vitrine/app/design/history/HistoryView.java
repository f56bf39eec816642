package org.vitrine.app.design.history;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.design.history.HistoryViewModel.Entry;
import org.vitrine.app.shared.Texts;

/** The panel below the canvas that lists earlier versions. */
public final class HistoryView extends VBox {
    private final ListView<Entry> list = new ListView<>();

    /** What is done with a version. */
    public record Handler(Consumer<Entry> open, Consumer<Entry> compare) {}

    public HistoryView(HistoryViewModel model, Handler handler) {
        setId("history");
        getStyleClass().add("analysis-panel");
        list.setItems(model.entries());
        list.setId("history-list");
        list.setCellFactory(view -> new VersionCell());
        Label empty = new Label(Texts.get("history.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("text-muted");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox buttons = new HBox(
                8,
                button("history-compare", "history.compare", handler.compare()),
                button("history-restore", "history.restore", model::restore),
                button("history-open", "history.open", handler.open()));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(buttons, list);
    }

    private Button button(String id, String key, Consumer<Entry> action) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setDisable(true);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry ->
                        button.setDisable(entry == null || entry.document().isEmpty()));
        button.setOnAction(event -> {
            Entry chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                action.accept(chosen);
            }
        });
        return button;
    }

    /** Time at the left, what changed beside it. */
    private static final class VersionCell extends ListCell<Entry> {
        private final Label time = new Label();
        private final Label changes = new Label();
        private final HBox row = new HBox(16, time, changes);

        VersionCell() {
            time.setMinWidth(Region.USE_PREF_SIZE);
            changes.getStyleClass().add("text-muted");
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            time.setText(entry.time());
            changes.setText(entry.changes());
            setGraphic(row);
        }
    }
}
