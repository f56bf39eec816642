package org.vitrine.charts.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.ImageSheet;
import org.vitrine.drawing.Theme;

/**
 * Shows a figure at the size that it gets, sharp on dense screens too, in the colours of the theme. A second figure may lie
 * over it, such as a crosshair, which is drawn without drawing the first one anew. Draws at most once a pulse.
 */
public final class FigureView extends ChartRegion {
    private static final Figure NOTHING = (sheet, width, height, theme) -> {};

    private final Layer lower = new Layer();
    private final Layer upper = new Layer();
    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(this, "figure", NOTHING) {
        @Override
        protected void invalidated() {
            lower.outdated = true;
            requestLayout();
        }
    };
    private final ObjectProperty<Figure> overlay = new SimpleObjectProperty<>(this, "overlay", NOTHING) {
        @Override
        protected void invalidated() {
            upper.outdated = true;
            requestLayout();
        }
    };

    /** @param spoken what a screen reader says */
    public FigureView(Supplier<String> spoken) {
        super("figure-view");
        describe(spoken);
        setMinSize(120, 80);
        setPrefSize(480, 280);
        getChildren().addAll(lower.view, upper.view);
    }

    /** What is shown. */
    public ObjectProperty<Figure> figureProperty() {
        return figure;
    }

    /** Shows a figure. */
    public void show(Figure shown) {
        figure.set(shown);
    }

    /** What lies over the figure. */
    public ObjectProperty<Figure> overlayProperty() {
        return overlay;
    }

    /** Lays nothing over the figure any more. */
    public void clearOverlay() {
        overlay.set(NOTHING);
    }

    /** The colours that figures are drawn in now. */
    public Theme theme() {
        return new Theme(
                Colors.argb(paperColor()),
                Colors.argb(textColor()),
                Colors.argb(mutedColor()),
                Colors.argb(gridColor()),
                darkPaper());
    }

    @Override
    protected void themeChanged() {
        lower.outdated = true;
        upper.outdated = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        lower.draw(figure.get());
        upper.draw(overlay.get());
    }

    private double density() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    /** Pixels that the figure is painted into and the screen shows, without a copy between. */
    private final class Layer {
        private final ImageView view = new ImageView();
        private @Nullable BufferedImage image;
        private @Nullable PixelBuffer<IntBuffer> pixels;
        private double drawnWidth;
        private double drawnHeight;
        private boolean outdated = true;

        Layer() {
            view.setManaged(false);
            view.setMouseTransparent(true);
        }

        void draw(Figure shown) {
            int width = (int) Math.ceil(getWidth() * density());
            int height = (int) Math.ceil(getHeight() * density());
            if (width < 1 || height < 1) {
                return;
            }
            if (!outdated && getWidth() == drawnWidth && getHeight() == drawnHeight) {
                return;
            }
            BufferedImage paper = image;
            if (paper == null || pixels == null || paper.getWidth() != width || paper.getHeight() != height) {
                paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
                image = paper;
                pixels = new PixelBuffer<>(
                        width, height, IntBuffer.wrap(values(paper)), PixelFormat.getIntArgbPreInstance());
                view.setImage(new WritableImage(pixels));
            } else {
                Arrays.fill(values(paper), 0);
            }
            shown.draw(new ImageSheet(paper, density()), getWidth(), getHeight(), theme());
            pixels.updateBuffer(buffer -> null);
            view.setFitWidth(width / density());
            view.setFitHeight(height / density());
            drawnWidth = getWidth();
            drawnHeight = getHeight();
            outdated = false;
        }

        private int[] values(BufferedImage paper) {
            return ((DataBufferInt) paper.getRaster().getDataBuffer()).getData();
        }
    }
}
