package org.vitrine.charts.heatmap;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.PictureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;

/**
 * An image with relevance over it, the legend of its colours, and the value under the mouse. Keeps the image's proportions.
 * Without relevance it shows the plain image.
 */
public final class HeatmapView extends ChartRegion {
    private static final double GAP = 12;
    /** The frame lies around the marked part. */
    private static final double EDGE = 2;

    private final ObjectProperty<@Nullable Raster> image = new SimpleObjectProperty<>(this, "image");
    private final ObjectProperty<@Nullable Relevance> relevance = new SimpleObjectProperty<>(this, "relevance");
    private final ObjectProperty<@Nullable ColorScale> scale = new SimpleObjectProperty<>(this, "scale");
    private final DoubleProperty overlayOpacity = new SimpleDoubleProperty(this, "overlayOpacity", 0.7);
    private final BooleanProperty smooth = new SimpleBooleanProperty(this, "smooth");
    private final ObjectProperty<@Nullable Rectangle2D> mark = new SimpleObjectProperty<>(this, "mark");
    private final Region frame = new Region();
    private final boolean compact;
    private final PictureView picture = new PictureView();
    private final ColorBar legend;
    private final Label value = new Label();
    private final Label empty = new Label(Messages.text("heatmap.empty"));

    /** A large view with the legend at the right and a line for the value under the mouse. */
    public HeatmapView() {
        this(false);
    }

    private HeatmapView(boolean compact) {
        super("heatmap-view");
        this.compact = compact;
        legend = new ColorBar(compact ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        value.getStyleClass().add("hover-value");
        empty.getStyleClass().add("empty-text");
        frame.getStyleClass().add("place-mark");
        frame.setMouseTransparent(true);
        getChildren().addAll(picture, frame, legend, empty);
        if (!compact) {
            getChildren().add(value);
            picture.setOnMouseMoved(this::hover);
            picture.setOnMouseExited(event -> value.setText(""));
        }
        describe(this::summary);
        for (var property : List.of(image, relevance, scale, overlayOpacity, smooth, mark)) {
            property.addListener(observable -> refresh());
        }
        refresh();
    }

    /** A tile for a grid: the legend below, no value line. */
    public static HeatmapView compact() {
        return new HeatmapView(true);
    }

    /** The example; null shows the map alone. */
    public ObjectProperty<@Nullable Raster> imageProperty() {
        return image;
    }

    /** The map; null shows the image alone. */
    public ObjectProperty<@Nullable Relevance> relevanceProperty() {
        return relevance;
    }

    /** A scale shared with other maps; null takes the map's own. */
    public ObjectProperty<@Nullable ColorScale> scaleProperty() {
        return scale;
    }

    /** How strongly the map covers the image, from 0 to 1. */
    public DoubleProperty overlayOpacityProperty() {
        return overlayOpacity;
    }

    /** Bilinear instead of hard pixels. */
    public BooleanProperty smoothProperty() {
        return smooth;
    }

    /** A part that is framed, in shares of the width and the height; null for none. */
    public ObjectProperty<@Nullable Rectangle2D> markProperty() {
        return mark;
    }

    /** Sets what is told where the picture is clicked, in shares of its width and height. */
    public void onPick(DoublePair picked) {
        picture.setCursor(Cursor.CROSSHAIR);
        picture.setOnMouseClicked(
                event -> picked.accept(event.getX() / picture.getWidth(), event.getY() / picture.getHeight()));
    }

    /** Takes a point. */
    @FunctionalInterface
    public interface DoublePair {
        void accept(double x, double y);
    }

    /** The scale in use. */
    public ColorScale shownScale() {
        ColorScale shared = scale.get();
        Relevance map = relevance.get();
        return shared != null ? shared : map != null ? map.scale() : new ColorScale(ColorMap.VIRIDIS, 0, 1);
    }

    /**
     * The heatmap as it is shown, in any size, without the legend.
     *
     * @throws IllegalStateException if there is neither an image nor a map
     */
    public Picture picture(int width, int height) {
        Raster pixels = image.get();
        Relevance map = relevance.get();
        if (pixels == null && map == null) {
            throw new IllegalStateException("There is no image and no map to draw");
        }
        return HeatmapImage.render(pixels, map, shownScale(), overlayOpacity.get(), smooth.get(), width, height);
    }

    /** The heatmap as it is shown with title and legend on white, for a file; null while there is no map. */
    public @Nullable Picture export(String title, int side) {
        Relevance map = relevance.get();
        return map == null
                ? null
                : HeatmapImage.withLegend(
                        title, image.get(), map, shownScale(), overlayOpacity.get(), smooth.get(), side);
    }

    private void refresh() {
        boolean something = image.get() != null || relevance.get() != null;
        picture.show(something ? this::picture : null);
        legend.scaleProperty().set(shownScale());
        legend.setVisible(relevance.get() != null);
        empty.setVisible(!something && !compact);
        value.setText("");
        requestLayout();
    }

    private double aspect() {
        Raster pixels = image.get();
        Relevance map = relevance.get();
        if (pixels != null) {
            return (double) pixels.width() / pixels.height();
        }
        return map == null ? 1 : (double) map.width() / map.height();
    }

    private double lineHeight() {
        return Math.ceil(getFont().getSize() * 1.6);
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return compact ? Orientation.HORIZONTAL : null;
    }

    @Override
    protected double computePrefWidth(double height) {
        return compact ? 144 : 360;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!compact) {
            return 320;
        }
        double across = width > 0 ? width : computePrefWidth(-1);
        return across / Math.max(0.5, aspect()) + 4 + legend.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double sideways = compact ? 0 : GAP + legend.prefWidth(-1);
        double below = compact ? 4 + legend.prefHeight(-1) : lineHeight();
        double roomWidth = Math.max(1, getWidth() - sideways);
        double roomHeight = Math.max(1, getHeight() - below);
        double width = Math.min(roomWidth, roomHeight * aspect());
        double height = width / aspect();
        double left = Math.max(0, (roomWidth - width) / 2);
        picture.resizeRelocate(left, 0, width, height);
        Rectangle2D part = mark.get();
        frame.setVisible(part != null && picture.isVisible());
        if (part != null) {
            frame.resizeRelocate(
                    left + part.getMinX() * width - EDGE,
                    part.getMinY() * height - EDGE,
                    part.getWidth() * width + 2 * EDGE,
                    part.getHeight() * height + 2 * EDGE);
        }
        if (compact) {
            legend.resizeRelocate(0, height + 4, getWidth(), legend.prefHeight(-1));
        } else {
            legend.resizeRelocate(left + width + GAP, 0, legend.prefWidth(-1), height);
            value.resizeRelocate(left, height + 2, width + sideways, lineHeight());
        }
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void hover(MouseEvent event) {
        Relevance map = relevance.get();
        if (map == null) {
            return;
        }
        int row = (int) Math.min(map.height() - 1, event.getY() / picture.getHeight() * map.height());
        int column = (int) Math.min(map.width() - 1, event.getX() / picture.getWidth() * map.width());
        if (row >= 0 && column >= 0) {
            value.setText(Messages.text("heatmap.value", row + 1, column + 1, Numbers.signed(map.at(row, column), 3)));
        }
    }

    private String summary() {
        Relevance map = relevance.get();
        Raster pixels = image.get();
        if (map != null) {
            ColorScale shown = shownScale();
            return Messages.text(
                            "heatmap.describe",
                            map.height(),
                            map.width(),
                            Numbers.signed(shown.min(), 3),
                            Numbers.signed(shown.max(), 3))
                    + " "
                    + ColorBar.scaleText(shown);
        }
        return pixels == null
                ? Messages.text("heatmap.empty")
                : Messages.text("heatmap.describe.image", pixels.height(), pixels.width());
    }
}
