package org.vitrine.charts.preview;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.Palette;

/** Texts below each other, each with its class. Only those in sight are asked for. */
public final class TextSamples extends StackPane {
    private static final int MOST_CHARACTERS = 600;

    private final ListView<Integer> list = new ListView<>();
    private final ObjectProperty<OptionalInt> chosen = new SimpleObjectProperty<>(this, "chosen", OptionalInt.empty());

    /**
     * A text.
     *
     * @param label what it is, such as its class; empty for nothing
     * @param color index in the palette; -1 for grey
     */
    public record Sample(String text, String label, int color) {}

    /** @param sample called for texts in sight, on the FX thread */
    public TextSamples(ObservableList<Integer> indices, IntFunction<Sample> sample) {
        getStyleClass().addAll("vitrine-chart", "text-samples");
        list.setId("text-samples");
        list.setItems(indices);
        list.setCellFactory(view -> new Cell(sample));
        list.setAccessibleText(Messages.text("preview.texts.describe"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(index -> chosen.set(index == null ? OptionalInt.empty() : OptionalInt.of(index)));
        setMinHeight(120);
        setPrefHeight(320);
        getChildren().add(list);
    }

    /** The text that was clicked. */
    public ObjectProperty<OptionalInt> chosenProperty() {
        return chosen;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }

    private static final class Cell extends ListCell<Integer> {
        private final IntFunction<Sample> sample;
        private final Label text = new Label();
        private final Label label = new Label();
        private final HBox row = new HBox(12, label, text);

        Cell(IntFunction<Sample> sample) {
            this.sample = sample;
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            text.getStyleClass().add("sample-text");
            HBox.setHgrow(text, Priority.ALWAYS);
            label.getStyleClass().add("sample-label");
            label.setMinWidth(96);
            label.setMaxWidth(160);
            label.setAlignment(Pos.CENTER);
            row.setAlignment(Pos.TOP_LEFT);
            // As wide as the list, so that long texts wrap.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            if (empty || index == null) {
                setGraphic(null);
                return;
            }
            Sample shown = sample.apply(index);
            String full = shown.text().replace('\t', ' ');
            text.setText(full.length() > MOST_CHARACTERS ? full.substring(0, MOST_CHARACTERS) + " \u2026" : full);
            label.setText(shown.label());
            label.setVisible(!shown.label().isEmpty());
            label.setManaged(!shown.label().isEmpty());
            int color = shown.color() < 0 ? 0xFF6E7781 : Palette.argb(shown.color(), false);
            label.setStyle("-fx-background-color: " + Argb.css(color) + "; -fx-text-fill: "
                    + Argb.css(Argb.textOn(Colors.argb(Colors.of(color)))) + ";");
            setGraphic(row);
        }
    }
}
