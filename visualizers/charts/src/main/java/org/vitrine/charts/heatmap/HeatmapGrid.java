package org.vitrine.charts.heatmap;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.Raster;

/** The maps of several methods side by side; a click, Enter or Space chooses one. */
public final class HeatmapGrid extends ChartRegion {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ObjectProperty<@Nullable Raster> image = new SimpleObjectProperty<>(this, "image");
    private final ObservableList<MethodMap> maps = FXCollections.observableArrayList();
    private final StringProperty chosen = new SimpleStringProperty(this, "chosen", "");
    private final BooleanProperty sharedScale = new SimpleBooleanProperty(this, "sharedScale");
    private final DoubleProperty overlayOpacity = new SimpleDoubleProperty(this, "overlayOpacity", 0.7);
    private final BooleanProperty smooth = new SimpleBooleanProperty(this, "smooth");
    private final FlowPane tiles = new FlowPane();
    private final Label empty = new Label(Messages.text("heatmap.grid.empty"));

    public HeatmapGrid() {
        super("heatmap-grid");
        setAccessibleRole(AccessibleRole.PARENT);
        tiles.getStyleClass().add("tiles");
        empty.getStyleClass().add("empty-text");
        getChildren().addAll(tiles, empty);
        maps.addListener((ListChangeListener<MethodMap>) change -> rebuild());
        sharedScale.addListener(observable -> rebuild());
        chosen.addListener(observable -> markChosen());
        rebuild();
    }

    /** The example under all maps. */
    public ObjectProperty<@Nullable Raster> imageProperty() {
        return image;
    }

    /** The maps, in their order on the screen. */
    public ObservableList<MethodMap> getMaps() {
        return maps;
    }

    /** Id of the chosen method; empty for none. */
    public StringProperty chosenProperty() {
        return chosen;
    }

    /**
     * Whether all signed maps share one scale, and all unsigned ones another. Methods measure in different units, so that
     * each map has its own scale by default.
     */
    public BooleanProperty sharedScaleProperty() {
        return sharedScale;
    }

    public DoubleProperty overlayOpacityProperty() {
        return overlayOpacity;
    }

    public BooleanProperty smoothProperty() {
        return smooth;
    }

    private void rebuild() {
        tiles.getChildren().setAll(maps.stream().map(Tile::new).toList());
        empty.setVisible(maps.isEmpty());
        markChosen();
        requestLayout();
    }

    private void markChosen() {
        tiles.getChildren().forEach(tile -> ((Tile) tile).mark());
    }

    private ColorScale scaleOf(MethodMap map) {
        boolean signed = map.relevance().signed();
        List<MethodMap> alike = sharedScale.get()
                ? maps.stream().filter(m -> m.relevance().signed() == signed).toList()
                : List.of(map);
        return ColorScale.of(
                signed, alike.stream().map(m -> m.relevance().values()).toArray(float[][]::new));
    }

    @Override
    protected double computePrefHeight(double width) {
        return maps.isEmpty() ? 120 : tiles.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 80;
    }

    @Override
    protected void layoutChildren() {
        tiles.resizeRelocate(0, 0, getWidth(), getHeight());
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private final class Tile extends VBox {
        private final MethodMap map;

        Tile(MethodMap map) {
            this.map = map;
            getStyleClass().add("tile");
            HeatmapView view = HeatmapView.compact();
            view.imageProperty().bind(image);
            view.relevanceProperty().set(map.relevance());
            view.scaleProperty().set(scaleOf(map));
            view.overlayOpacityProperty().bind(overlayOpacity);
            view.smoothProperty().bind(smooth);
            Label title = new Label(map.title());
            title.getStyleClass().add("tile-title");
            Label note = new Label(map.note());
            note.getStyleClass().add("tile-note");
            getChildren().addAll(title, view, note);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            setAccessibleText(Messages.text("heatmap.grid.describe", map.title()) + " " + map.note());
            setOnMouseClicked(event -> choose());
            setOnKeyPressed(this::key);
        }

        private void choose() {
            requestFocus();
            chosen.set(map.id());
        }

        private void key(KeyEvent event) {
            switch (event.getCode()) {
                case ENTER, SPACE -> {
                    choose();
                    event.consume();
                }
                default -> {}
            }
        }

        void mark() {
            pseudoClassStateChanged(CHOSEN, Objects.equals(chosen.get(), map.id()));
        }
    }
}
