package org.vitrine.charts.preview;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.i18n.Messages;

/** A grid of pictures. Only those in sight are asked for, so a hundred thousand cost what fifty do. */
public final class ImageGrid extends StackPane {
    private static final double CAPTION = 26;

    private final GridView<Integer> grid = new GridView<>();

    /**
     * @param indices of the pictures, in the order shown; followed as they change
     * @param loader asked on the FX thread for the picture of an index; answers there, at once or later
     * @param chosen called with the index of a picture that is clicked
     */
    public ImageGrid(
            ObservableList<Integer> indices, BiConsumer<Integer, Consumer<Tile>> loader, Consumer<Integer> chosen) {
        getStyleClass().addAll("vitrine-chart", "image-grid");
        grid.setId("image-grid");
        grid.setItems(indices);
        grid.setHorizontalCellSpacing(4);
        grid.setVerticalCellSpacing(4);
        grid.setCellFactory(view -> new Cell(loader, chosen));
        grid.setAccessibleText(Messages.text("preview.images.describe", indices.size()));
        setTileSide(64);
        setMinHeight(120);
        setPrefHeight(320);
        getChildren().add(grid);
    }

    /** The side of a picture in pixels. */
    public void setTileSide(double side) {
        grid.setCellWidth(side + 8);
        grid.setCellHeight(side + CAPTION + 8);
    }

    /** The width of a cell, to bind a zoom to. */
    public DoubleProperty cellWidthProperty() {
        return grid.cellWidthProperty();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }

    private final class Cell extends GridCell<Integer> {
        private final BiConsumer<Integer, Consumer<Tile>> loader;
        private final BoxedImage image = new BoxedImage();
        private final Label caption = new Label();
        private final VBox box = new VBox(2, image, caption);
        private @Nullable Integer wanted;

        Cell(BiConsumer<Integer, Consumer<Tile>> loader, Consumer<Integer> chosen) {
            this.loader = loader;
            box.setAlignment(Pos.TOP_CENTER);
            box.getStyleClass().add("tile");
            caption.getStyleClass().add("tile-caption");
            caption.setMinHeight(CAPTION - 6);
            caption.setPrefHeight(CAPTION - 6);
            image.setMinSize(8, 8);
            image.prefWidthProperty().bind(grid.cellWidthProperty().subtract(8));
            image.prefHeightProperty().bind(grid.cellHeightProperty().subtract(CAPTION + 8));
            caption.maxWidthProperty().bind(grid.cellWidthProperty());
            setOnMouseClicked(event -> {
                Integer index = getItem();
                if (index != null) {
                    chosen.accept(index);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            if (empty || index == null) {
                wanted = null;
                setGraphic(null);
                return;
            }
            setGraphic(box);
            if (index.equals(wanted)) {
                return;
            }
            wanted = index;
            image.show(null);
            caption.setText("");
            loader.accept(index, tile -> {
                // Scrolling may have given this cell to another picture meanwhile.
                if (index.equals(wanted)) {
                    image.show(tile);
                    caption.setText(tile.caption());
                }
            });
        }
    }
}
