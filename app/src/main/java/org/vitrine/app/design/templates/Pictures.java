package org.vitrine.app.design.templates;

import javafx.scene.image.ImageView;
import org.vitrine.charts.render.Picture;

/** Pictures on the screen. */
final class Pictures {
    private Pictures() {}

    /** A view of a painted sketch at its size on the screen. */
    static ImageView view(Picture picture) {
        ImageView view = new ImageView(org.vitrine.charts.canvas.Pictures.image(picture));
        view.setFitWidth((double) picture.width() / SketchPainter.DENSITY);
        view.setFitHeight((double) picture.height() / SketchPainter.DENSITY);
        view.setSmooth(true);
        return view;
    }
}
