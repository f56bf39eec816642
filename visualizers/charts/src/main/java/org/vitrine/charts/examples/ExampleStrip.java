package org.vitrine.charts.examples;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.i18n.Messages;

/** A horizontal strip of thumbnails. Only those in sight are made, so thousands of examples cost nothing. */
public final class ExampleStrip extends StackPane {
    private final ListView<Integer> list = new ListView<>();
    private final ObjectProperty<OptionalInt> selected =
            new SimpleObjectProperty<>(this, "selected", OptionalInt.empty());
    private boolean following;

    /**
     * @param examples indices of the examples, followed as they change
     * @param item gives the example of an index; called for those in sight, on the JavaFX thread
     */
    public ExampleStrip(ObservableList<Integer> examples, IntFunction<ExampleItem> item) {
        getStyleClass().addAll("vitrine-chart", "example-strip");
        list.setId("example-strip");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setItems(examples);
        list.setAccessibleText(Messages.text("examples.describe"));
        Label empty = new Label(Messages.text("examples.empty"));
        empty.getStyleClass().add("empty-text");
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new Cell(item));
        setMinHeight(116);
        setPrefHeight(116);
        setMaxHeight(116);
        getChildren().add(list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        selected.subscribe(this::follow);
    }

    /** Index of the chosen example; set it to choose and reveal one. */
    public ObjectProperty<OptionalInt> selectedProperty() {
        return selected;
    }

    private void chosen(@Nullable Integer index) {
        if (index != null && !following) {
            selected.set(OptionalInt.of(index));
        }
    }

    private void follow(OptionalInt index) {
        following = true;
        if (index.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else if (!Integer.valueOf(index.getAsInt())
                .equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(Integer.valueOf(index.getAsInt()));
            list.scrollTo(Integer.valueOf(index.getAsInt()));
        }
        following = false;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }

    private static final class Cell extends ListCell<Integer> {
        private final IntFunction<ExampleItem> item;

        Cell(IntFunction<ExampleItem> item) {
            this.item = item;
            setText(null);
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            setGraphic(empty || index == null ? null : new ExampleThumbnail(item.apply(index)));
        }
    }
}
