package org.vitrine.charts.preview;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

    /** The grid makes its cells anew at each layout, so what was loaded is kept for some screens. */
    private static final int KEPT = 600;

    private final GridView<Integer> grid = new GridView<>();
    private final Map<Integer, Tile> loaded = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Tile> eldest) {
            return size() > KEPT;
        }
    };
    private final Set<Integer> loading = new HashSet<>();

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

    /** Scrolling and layout may have given the picture to another cell meanwhile. */
    private void refresh(int index, Tile tile) {
        for (Node node : grid.lookupAll(".image-cell")) {
            if (node instanceof Cell cell && Integer.valueOf(index).equals(cell.getItem())) {
                cell.arrive(tile);
            }
        }
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

        Cell(BiConsumer<Integer, Consumer<Tile>> loader, Consumer<Integer> chosen) {
            this.loader = loader;
            getStyleClass().add("image-cell");
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
                setGraphic(null);
                return;
            }
            setGraphic(box);
            Tile known = loaded.get(index);
            image.show(known);
            caption.setText(known == null ? "" : known.caption());
            if (known == null && loading.add(index)) {
                loader.accept(index, tile -> {
                    loading.remove(index);
                    loaded.put(index, tile);
                    ImageGrid.this.refresh(index, tile);
                });
            }
        }

        void arrive(Tile tile) {
            image.show(tile);
            caption.setText(tile.caption());
        }
    }
}
