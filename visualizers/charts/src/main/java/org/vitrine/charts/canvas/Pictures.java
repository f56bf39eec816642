package org.vitrine.charts.canvas;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.vitrine.charts.render.Picture;

/** Between JavaFX images, nodes on the screen and {@link Picture}s that can be written as PNG. */
public final class Pictures {
    private Pictures() {}

    /** An image of the picture. */
    public static WritableImage image(Picture picture) {
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

    /** What the node looks like now, on the given paper. On the JavaFX thread only. */
    public static Picture of(Node node, Color paper) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(paper);
        return of(node.snapshot(parameters, null));
    }

    static Picture of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
    }
}
