package org.vitrine.app.explain.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.explain.PanelFiles;
import org.vitrine.app.explain.inside.InsideViewModel.Place;
import org.vitrine.app.settings.Theme;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.render.Picture;
import org.vitrine.editor.canvas.GraphPane;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;

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
        });
    }

    @AfterEach
    void lightAgain() {
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    private void open(int layers) {
        ModelGraph chain = Networks.chain(layers);
        Opened opened = Networks.opened(inspector, chain, "iris");
        fx(() -> {
            model.show(opened, OptionalInt.of(0));
            inspector.answer(0).complete(Networks.trace(chain));
        });
    }

    private Place place() {
        return model.place().get().orElseThrow();
    }

    private GraphPane graph() {
        return robot.lookup("#graph-pane").queryAs(GraphPane.class);
    }

    private void click(String layer) {
        Point2D at = graph().placeOf(new NodeId(layer)).orElseThrow();
        robot.clickOn(graph().localToScreen(at));
        WaitForAsyncUtils.waitForFxEvents();
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
    void aLayerIsChosenInTheDrawnGraphAndInTheList() throws Exception {
        open(3);
        ListView<?> list = robot.lookup("#inside-layers").queryListView();

        click("dense2");

        assertThat(place().node()).isEqualTo(new NodeId("dense2"));
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        assertThat(graph().isFocused()).isTrue();
        robot.type(KeyCode.DOWN);
        assertThat(place().node()).isEqualTo(new NodeId("dense3"));
        robot.type(KeyCode.HOME);
        assertThat(place().node()).isEqualTo(new NodeId("input"));
        fx(() -> list.getSelectionModel().select(3));
        assertThat(place().node()).isEqualTo(new NodeId("dense3"));
        assertThat(robot.lookup("#node-dense3").query().getPseudoClassStates())
                .as("it is marked")
                .contains(PseudoClass.getPseudoClass("selected"));
        fx(() -> robot.lookup("#inside-play").queryAs(ToggleButton.class).fire());
        assertThat(graph().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("playing"));
        shoot("inside-graph");
        fx(() -> robot.lookup("#inside-play").queryAs(ToggleButton.class).fire());
    }

    @Test
    void theChosenOfManyLayersIsInViewInASmallWindow() throws Exception {
        fx(() -> {
            scenes.get(0).getWindow().setWidth(960);
            scenes.get(0).getWindow().setHeight(430);
        });
        open(60);
        for (String layer : List.of("dense30", "head", "dense5")) {
            fx(() -> model.choose(new NodeId(layer)));
            Point2D at = graph().placeOf(new NodeId(layer)).orElseThrow();
            assertThat(graph().getLayoutBounds().contains(at)).as(layer).isTrue();
        }
        shoot("inside-sixty");
    }

    @Test
    void everyPanelIsWrittenInEveryFormat() throws Exception {
        open(1);
        fx(() -> model.choose(new NodeId("dense1")));
        shoot("inside-dense");
        assertThat(written("inside-layers")).startsWith("Layer,Place,Value").hasLineCount(7);
        fx(() -> robot.lookup("#inside-as-list").queryAs(ToggleButton.class).fire());
        shoot("inside-list");
        assertThat(written("inside-layers")).hasLineCount(7);
        assertThat(written("inside-map")).startsWith("layer,unit,value").hasLineCount(3);
        assertThat(written("inside-arithmetic"))
                .startsWith("number,part,factor 1,value 1,factor 2,value 2,result")
                .hasLineCount(7);
        fx(() -> robot.lookup("#inside-training").queryAs(ToggleButton.class).fire());
        shoot("inside-tried");
        assertThat(written("inside-step")).hasLineCount(3);
    }
}
