package org.vitrine.app.dock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PanelDockTest {
    private static final DockLayout STANDARD =
            DockLayout.column(0.6, DockLayout.tabs("loss"), DockLayout.tabs("rate", "log"));

    private final List<String> made = new ArrayList<>();
    private final Kept kept = new Kept();
    private Stage stage;

    private static final class Kept implements DockMemory {
        private @Nullable DockLayout layout;

        @Override
        public Optional<DockLayout> recall() {
            return Optional.ofNullable(layout);
        }

        @Override
        public void remember(DockLayout now) {
            layout = now;
        }

        @Override
        public void forget() {
            layout = null;
        }
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        shown.setScene(new Scene(new Label(), 800, 600));
        shown.show();
    }

    private PanelDock open() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            PanelDock dock = new PanelDock(List.of(panel("loss"), panel("rate"), panel("log")), STANDARD, kept);
            stage.getScene().setRoot(dock);
            return dock;
        });
    }

    private DockedPanel panel(String id) {
        return new DockedPanel(id, "The " + id, "mdi2c-chart-line", () -> {
            made.add(id);
            return new Label("content of " + id);
        });
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(5000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void onlyPanelsInFrontAreMade() throws Exception {
        PanelDock dock = open();
        assertThat(made).containsExactly("loss", "rate");

        fx(() -> dock.show("log"));

        assertThat(made).containsExactly("loss", "rate", "log");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> dock.lookup("#panel-log") != null);
        assertThat(dock.standing().parts().get(1).selected()).isEqualTo("log");
    }

    @Test
    void aPanelMovesByKeysIsRememberedAndResets(FxRobot robot) throws Exception {
        PanelDock dock = open();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> dock.lookup("#dock-title-rate") != null);
        fx(() -> dock.lookup("#dock-title-rate").requestFocus());

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.CONTROL);

        WaitForAsyncUtils.waitForFxEvents();
        DockLayout moved = STANDARD.moved("rate", Side.RIGHT);
        assertThat(dock.standing().all()).isEqualTo(moved.all());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> kept.recall().isPresent());
        assertThat(open().standing().all()).isEqualTo(moved.all());

        PanelDock again = open();
        fx(again::reset);
        assertThat(again.standing()).isEqualTo(STANDARD.selecting("loss").selecting("rate"));
        assertThat(kept.recall()).isEmpty();
    }

    @Test
    void theMenuMovesOnlyWhereThereIsAPlace() {
        PanelDock dock = open();

        List<Boolean> off = WaitForAsyncUtils.waitForAsyncFx(5000, () -> dock.menu("loss").getItems().stream()
                .map(item -> item.isDisable())
                .toList());

        assertThat(off).containsExactly(true, true, true, false, false, false);
    }
}
