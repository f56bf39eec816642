package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.AppContext;
import org.vitrine.app.AppPaths;
import org.vitrine.app.Workbench;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.store.RunStore;

/** A workbench on a stage of its own, used by a robot as a person would. */
final class OpenWorkbench implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final FxRobot robot = new FxRobot();
    private final AppContext context;
    private final Stage stage;
    private final Workbench workbench;

    private OpenWorkbench(AppContext context, Stage stage, Workbench workbench) {
        this.context = context;
        this.stage = stage;
        this.workbench = workbench;
    }

    /** Opens a window whose files lie in {@code home}: the same folder, the same workbench again. */
    static OpenWorkbench on(Path home, FileDialogs dialogs) {
        try {
            FxToolkit.registerPrimaryStage();
            javafx.application.Platform.setImplicitExit(false);
            AppContext context =
                    new AppContext(new AppPaths(home), new RunStore(home.resolve("runs")), WorkerInstallation.locate());
            Stage stage = FxToolkit.registerStage(Stage::new);
            Workbench workbench =
                    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> new Workbench(context, stage, Optional.of(dialogs)));
            WaitForAsyncUtils.waitForFxEvents();
            return new OpenWorkbench(context, stage, workbench);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The window does not open", e);
        }
    }

    /** Opens a project as one named on the command line. */
    void open(Path document) {
        fx(() -> workbench.openDocument(document));
    }

    AppContext context() {
        return context;
    }

    /** Waits for a condition that is asked on the JavaFX thread. */
    void await(String what, int seconds, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    seconds, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
        } catch (TimeoutException e) {
            picture("timeout");
            throw new AssertionError("Not within " + seconds + " s: " + what, e);
        }
    }

    void click(String query) {
        await(query + " can be clicked", 60, () -> find(query)
                .map(node -> !node.isDisabled() && node.localToScene(0, 0) != null)
                .orElse(false));
        fx(() -> reveal(find(query).orElseThrow()));
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Scrolls as far as a person would. */
    private static void reveal(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane && pane.getContent() != null) {
                Node content = pane.getContent();
                double hidden = content.getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight();
                Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double top = pane.getVvalue() * hidden;
                boolean inView = place.getMinY() >= top
                        && place.getMaxY() <= top + pane.getViewportBounds().getHeight();
                if (hidden > 0 && !inView) {
                    pane.setVvalue(Math.max(0, Math.min(1, (place.getMinY() - 16) / hidden)));
                    pane.layout();
                }
            }
        }
    }

    void doubleClick(String query) {
        robot.doubleClickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Draws with the mouse from a place beside the middle of a node, by so many pixels. */
    void drag(String query, double fromX, double fromY, double byX, double byY) {
        await(query + " is there", 60, () -> find(query).isPresent());
        robot.moveTo(query).moveBy(fromX, fromY).press(MouseButton.PRIMARY);
        for (int step = 1; step <= 8; step++) {
            robot.moveBy(byX / 8, byY / 8);
        }
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Replaces the text of a field and confirms it. */
    void type(String query, String text) {
        fx(() -> {
            Node node = find(query).orElseThrow();
            TextInputControl field =
                    node instanceof TextInputControl input ? input : (TextInputControl) node.lookup(".text-field");
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Chooses the value that is shown as {@code text}. */
    <T> void choose(String query, String text) {
        fx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> box = (ComboBox<T>) find(query).orElseThrow();
            box.setValue(box.getItems().stream()
                    .filter(item -> box.getConverter() == null
                            ? text.equals(String.valueOf(item))
                            : text.equals(box.getConverter().toString(item)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(text + " is not in " + box.getItems())));
        });
    }

    void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    Optional<Node> find(String query) {
        return Optional.ofNullable(stage.getScene().getRoot().lookup(query));
    }

    /** How many nodes a query finds. */
    int count(String query) {
        return stage.getScene().getRoot().lookupAll(query).size();
    }

    /** What all labels that a query finds say. */
    List<String> texts(String query) {
        return stage.getScene().getRoot().lookupAll(query).stream()
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    String title() {
        return stage.getTitle();
    }

    String text(String query) {
        return find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }

    void awaitText(String query, int seconds, String expected) {
        await(query + " reads " + expected, seconds, () -> text(query).contains(expected));
        assertThat(text(query)).contains(expected);
    }

    /** Writes {@code target/screenshots/NAME.png}. */
    void picture(String name) {
        fx(() -> {
            try {
                Pictures.of(stage.getScene().getRoot(), Color.GRAY).writePng(SCREENSHOTS.resolve(name + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Pictures in the light and the dark theme. */
    void pictures(String name) {
        picture(name + "-light");
        fx(() -> context.settings().update(now -> now.withTheme(now.theme().other())));
        picture(name + "-dark");
        fx(() -> context.settings().update(now -> now.withTheme(now.theme().other())));
    }

    /** Closes the window as a person does; workers go on. */
    @Override
    public void close() {
        fx(workbench::close);
    }
}
