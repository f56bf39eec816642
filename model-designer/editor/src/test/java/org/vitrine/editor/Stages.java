package org.vitrine.editor;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.editor.model.GraphViewModel;

/** Puts designers on stages and takes their pictures. */
public final class Stages {
    private Stages() {}

    /** A designer that lays out at once, on the FX thread. */
    public static DesignerView show(Stage stage, GraphViewModel model) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        for (String face : new String[] {"Regular", "Bold"}) {
            Font.loadFont(
                    Stages.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/Inter-" + face + ".otf"), 14);
        }
        DesignerView designer = new DesignerView(model, Runnable::run, Runnable::run);
        designer.setStyle("-fx-font-family: Inter; -fx-font-size: 14px;");
        Scene scene = new Scene(designer, 1280, 800);
        stage.setScene(scene);
        stage.show();
        return designer;
    }

    /** Writes {@code target/screenshots/NAME-light.png} and {@code NAME-dark.png}. */
    static void picture(Stage stage, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            write(stage.getScene(), name + "-light");
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            write(stage.getScene(), name + "-dark");
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void write(Scene scene, String name) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            File file = folder.resolve(name + ".png").toFile();
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
