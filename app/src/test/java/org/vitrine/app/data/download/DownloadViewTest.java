package org.vitrine.app.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.RemoteCatalogue;

/** The section as a user sees it. */
class DownloadViewTest {
    private final LocalServer server = new LocalServer();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final List<String> shown = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    DownloadViewTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    @Test
    void whatIsToMindIsReadBeforeTheDownloadStarts() throws TimeoutException, IOException {
        CountDownLatch answer = new CountDownLatch(1);
        server.onRequest(() -> await(answer));
        Scene scene = show(LocalServer.catalogue(server.known("Tiny Shakespeare", "unclear")));
        assertThat(text(scene, "#download-name")).isEqualTo("Tiny Shakespeare");
        until(() -> text(scene, "#download-state").contains("Not on this computer"));
        Button start = find(scene, "#download-start", Button.class);
        assertThat(start.isDisabled()).isTrue();
        fx(() -> {
            find(scene, "#download-read", CheckBox.class).fire();
            start.fire();
        });
        until(() -> text(scene, "#download-state").contains("connecting"));
        assertThat(find(scene, "#download-progress", ProgressBar.class).isVisible())
                .isTrue();
        assertThat(find(scene, "#download-stop", Button.class).isVisible()).isTrue();
        save(scene, "download-running");
        answer.countDown();
        until(() -> text(scene, "#download-state").startsWith("On this computer"));
        assertThat(start.isVisible()).isFalse();
        fx(() -> find(scene, "#download-show", Button.class).fire());
        assertThat(shown).containsExactly("plays");
        fx(() -> find(scene, "#download-remove", Button.class).fire());
        until(start::isVisible);
    }

    @Test
    void theListIsShownInBothThemes() throws TimeoutException, IOException {
        Scene scene = show(RemoteCatalogue.builtIn());
        fx(() -> {
            ListView<?> list = find(scene, "#download-list", ListView.class);
            list.getSelectionModel().select(18);
        });
        until(() -> text(scene, "#download-state").contains("Not on this computer"));
        for (Theme theme : Theme.values()) {
            fx(() -> {
                Application.setUserAgentStylesheet(theme.stylesheet());
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            save(scene, "download-" + theme.name().toLowerCase(Locale.ROOT));
        }
        assertThat(find(scene, "#download-list", ListView.class).getItems().size())
                .isEqualTo(24);
    }

    private Scene show(RemoteCatalogue catalogue) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Background background = new Background(threads, Platform::runLater);
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            DownloadViewModel model = new DownloadViewModel(
                    new Downloader(new DownloadCache(folder)),
                    catalogue,
                    Map.of("tiny-shakespeare", "plays"),
                    background,
                    background,
                    set -> {});
            Scene scene = new Scene(new DownloadView(model, () -> {}, shown::add), 1000, 700, Color.WHITE);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(DownloadViewTest.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return scene;
        });
    }

    private static void save(Scene scene, String name) throws IOException {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                20_000, (Callable<Picture>) () -> Pictures.of(scene.getRoot(), Color.GRAY));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    }

    private static String text(Scene scene, String id) {
        return find(scene, id, Labeled.class).getText();
    }

    private static <T> T find(Scene scene, String id, Class<T> type) {
        return type.cast(scene.lookup(id));
    }
}
