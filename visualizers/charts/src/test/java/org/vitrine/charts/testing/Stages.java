package org.vitrine.charts.testing;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.render.Picture;

/** A window for tests, and screenshots of views in the light and the dark theme. */
public final class Stages {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private static @Nullable Stage shownStage;

    private Stages() {}

    /** Calls on the JavaFX thread and waits. */
    public static <T> T fx(Callable<T> action) {
        start();
        return WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    /** Runs on the JavaFX thread and waits, then waits until pending events are done. */
    public static void fx(Runnable action) {
        start();
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for a condition that is asked on the JavaFX thread. */
    public static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx((Callable<Boolean>) condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("The condition did not come true within 20 s", e);
        }
    }

    /** Shows a view in the light theme and lays it out. */
    public static <T extends Parent> T show(double width, double height, Supplier<T> view) {
        return show(false, width, height, view);
    }

    private static <T extends Parent> T show(boolean dark, double width, double height, Supplier<T> view) {
        T shown = fx(() -> {
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            T made = view.get();
            StackPane root = new StackPane(made);
            root.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 16px; -fx-font-family: Inter;");
            Stage before = shownStage;
            Stage stage = stage();
            shownStage = stage;
            stage.setScene(new Scene(root, width, height));
            stage.show();
            stage.setWidth(width);
            stage.setHeight(height);
            if (before != null) {
                before.hide();
            }
            root.applyCss();
            root.layout();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return shown;
    }

    /** Writes {@code NAME-light.png} and {@code NAME-dark.png} of the view, and returns the dark one. */
    public static <T extends Parent> Picture screenshots(
            String name, double width, double height, Supplier<T> view, java.util.function.Consumer<T> act) {
        Picture last = null;
        for (boolean dark : new boolean[] {false, true}) {
            T shown = show(dark, width, height, view);
            fx(() -> act.accept(shown));
            last = fx(() -> Pictures.of(shown.getScene().getRoot(), Color.GRAY));
            try {
                last.writePng(FOLDER.resolve(name + (dark ? "-dark.png" : "-light.png")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return java.util.Objects.requireNonNull(last);
    }

    public static <T extends Parent> Picture screenshots(String name, double width, double height, Supplier<T> view) {
        return screenshots(name, width, height, view, shown -> {});
    }

    private static Stage stage() {
        try {
            return FxToolkit.registerStage(Stage::new);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void start() {
        try {
            if (!FxToolkit.isFXApplicationThreadRunning()) {
                FxToolkit.registerPrimaryStage();
                javafx.application.Platform.setImplicitExit(false);
                loadInter();
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX does not start", e);
        }
    }

    private static void loadInter() {
        for (String style : new String[] {"Regular", "SemiBold", "Bold"}) {
            try (InputStream in =
                    Stages.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/Inter-" + style + ".otf")) {
                if (in == null || Font.loadFont(in, 14) == null) {
                    throw new IllegalStateException("Inter " + style + " cannot be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
