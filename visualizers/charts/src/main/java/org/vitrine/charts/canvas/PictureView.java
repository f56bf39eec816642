package org.vitrine.charts.canvas;

import java.util.function.BiFunction;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.render.Picture;

/** Shows a picture that is rendered anew for the size it gets, sharp on high-density screens too. */
public final class PictureView extends Region {
    private final ImageView view = new ImageView();
    private @Nullable BiFunction<Integer, Integer, Picture> renderer;
    private int shownWidth;
    private int shownHeight;

    public PictureView() {
        getStyleClass().add("picture-view");
        getChildren().add(view);
    }

    /** Asks the renderer (width, height in pixels) for a new picture; null shows nothing. */
    public void show(@Nullable BiFunction<Integer, Integer, Picture> newRenderer) {
        renderer = newRenderer;
        shownWidth = 0;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double density = density();
        int width = (int) Math.round(getWidth() * density);
        int height = (int) Math.round(getHeight() * density);
        if (renderer == null || width < 1 || height < 1) {
            view.setImage(null);
            return;
        }
        if (width != shownWidth || height != shownHeight) {
            view.setImage(Pictures.image(renderer.apply(width, height)));
            shownWidth = width;
            shownHeight = height;
        }
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
    }

    private double density() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, Math.ceil(window.getRenderScaleX()));
    }
}
