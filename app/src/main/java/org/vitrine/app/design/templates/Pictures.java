package org.vitrine.app.design.templates;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.vitrine.charts.render.Picture;

/** Pictures on the screen. */
final class Pictures {
    private Pictures() {}

    /** A view of a painted sketch at its size on the screen. */
    static ImageView view(Picture picture) {
        ImageView view = new ImageView(image(picture));
        view.setFitWidth((double) picture.width() / SketchPainter.DENSITY);
        view.setFitHeight((double) picture.height() / SketchPainter.DENSITY);
        view.setSmooth(true);
        return view;
    }

    private static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }
}
