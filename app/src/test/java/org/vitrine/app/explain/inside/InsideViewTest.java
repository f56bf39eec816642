package org.vitrine.app.explain.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.explain.PanelFiles;
import org.vitrine.app.settings.Theme;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.render.Picture;

/** The page as a user sees it, with an inspector that answers when it is told to. */
class InsideViewTest {
    private final FxRobot robot = new FxRobot();
    private final InsideViewModel model = new InsideViewModel(Runnable::run);
    private final HandInspector inspector = new HandInspector();
    private final List<Scene> scenes = new ArrayList<>();

    @BeforeEach
    void show() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Scene scene = new Scene(new InsideView(model, (panel, format) -> {}), 1216, 560);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(InsideView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            scene.getStylesheets().add(Stylesheet.url());
            scenes.add(scene);
            stage.setScene(scene);
            stage.show();
            model.show(inspector, OptionalInt.of(0));
            inspector.answer(0).complete(InsideViewModelTest.trace(2));
        });
    }

    @AfterEach
    void lightAgain() {
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    private void fx(Runnable action) {
        robot.interact(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(String name) throws Exception {
        for (Theme theme : Theme.values()) {
            fx(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
            Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                    30_000, () -> Pictures.of(scenes.get(0).getRoot(), Color.WHITE));
            picture.writePng(
                    Path.of("target", "screenshots", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    private String written(String id) throws Exception {
        return PanelFiles.csv(scenes.get(0).getRoot(), id);
    }

    @Test
    void everyPanelIsWrittenInEveryFormat() throws Exception {
        fx(() -> model.choose(InsideViewModelTest.DENSE));
        shoot("inside-dense");
        assertThat(written("inside-map")).startsWith("layer,unit,value").hasLineCount(3);
        assertThat(written("inside-arithmetic"))
                .startsWith("number,part,factor 1,value 1,factor 2,value 2,result")
                .hasLineCount(7);
        fx(() -> robot.lookup("#inside-training").queryAs(ToggleButton.class).fire());
        shoot("inside-tried");
        assertThat(written("inside-step")).hasLineCount(3);
    }
}
