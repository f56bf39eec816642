package org.vitrine.app.design.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.render.Picture;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.model.NodeId;

/** The program as a user sees it. */
class CodeViewTest {
    private static final NodeId DENSE = new NodeId("dense1");

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final List<NodeId> revealed = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theChosenNodesLinesAreMarkedAndALineChoosesItsNodeInBothThemes() throws Exception {
        CodeFixture fixture = CodeFixture.in(folder);
        Scene scene = show(fixture);
        ListView<?> lines = (ListView<?>) scene.lookup("#code-lines");
        until(() -> lines.getItems().size() > 50);
        fx(() -> fixture.graph().select(Selection.of(DENSE)));
        until(() -> marked(scene) > 0);
        save(scene, "code-light");
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save(scene, "code-dark");
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
        fx(() -> lines.lookupAll(".code-line").stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.getItem() instanceof CodeLine line && line.belongsTo(DENSE))
                .findFirst()
                .orElseThrow()
                .fireEvent(click()));
        assertThat(revealed).containsExactly(DENSE);
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static long marked(Scene scene) {
        return scene.getRoot().lookupAll(".code-line:chosen").size();
    }

    private Scene show(CodeFixture fixture) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Scene[] made = new Scene[1];
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            CodeViewModel model = new CodeViewModel(
                    fixture.graph(),
                    () -> Optional.of(fixture.data()),
                    fixture.export(),
                    () -> new Latest(new Background(threads, Platform::runLater), threads),
                    0);
            CodeView view = new CodeView(model, fixture.graph().selectionProperty(), revealed::add);
            Scene scene = new Scene(view, 560, 640);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(CodeViewTest.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            model.shownProperty().set(true);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            made[0] = scene;
        });
        return made[0];
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
    }

    private static void save(Scene scene, String name) throws IOException {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                20_000, (Callable<Picture>) () -> Pictures.of(scene.getRoot(), Color.GRAY));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
