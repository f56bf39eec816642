package org.vitrine.app.explain.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.settings.Theme;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Tensor;

/** The page as a user sees it, with a maker that answers when it is told to. */
class UnitsViewTest {
    private final FxRobot robot = new FxRobot();
    private final UnitsViewModel model = new UnitsViewModel(Runnable::run);
    private final List<Scene> scenes = new ArrayList<>();
    private HandMaker maker = UnitsViewModelTest.open("lenet-mnist");

    @BeforeEach
    void show() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Scene scene = new Scene(new UnitsView(model, (panel, format) -> {}), 1280, 800);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(UnitsView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            scenes.add(scene);
            stage.setScene(scene);
            stage.show();
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

    private void open(String example) throws Exception {
        maker = UnitsViewModelTest.open(example);
        var data = UnitsViewModelTest.data(example);
        fx(() -> model.show(data, maker));
    }

    private void press(String id) {
        fx(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private void answer() {
        HandMaker.Asked asked = maker.last();
        fx(() -> asked.answer().complete(HandMaker.lenet(asked.question())));
    }

    private String told() {
        return robot.lookup("#units-told").queryAs(Label.class).getText();
    }

    private void shoot(String name) throws Exception {
        for (Theme theme : Theme.values()) {
            fx(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
            Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                    30_000, () -> Pictures.of(scenes.get(0).getRoot(), Color.WHITE));
            picture.writePng(
                    Path.of("target", "screenshots", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    @Test
    void whatAUnitLooksForEmergesBesideItsExamples() throws Exception {
        open("lenet-mnist");
        assertThat(told()).startsWith("Choose a layer and a unit");
        List<String> panels = List.of("#panel-units-course", "#panel-units-examples", "#panel-units-all");
        assertThat(panels).noneMatch(panel -> robot.lookup(panel).query().isVisible());
        fx(() -> robot.lookup("#units-unit").<Integer>queryComboBox().setValue(3));
        press("#units-make");
        assertThat(maker.last().question().unit()).isEqualTo(3);
        fx(() -> maker.last()
                .news()
                .accept(new Emerging(
                        0.5,
                        Optional.of(HandMaker.lenet(maker.last().question())
                                .frames()
                                .get(2)))));
        assertThat(told()).startsWith("It emerges");
        answer();

        assertThat(told())
                .startsWith("output · 3: activation 28.4. The most exciting of 2")
                .endsWith("000 test examples reaches 25.9.");
        FigureView examples = robot.lookup("#units-examples").queryAs(FigureView.class);
        assertThat(examples.figureProperty().get())
                .isInstanceOfSatisfying(TilesFigure.class, tiles -> assertThat(tiles.tiles())
                        .hasSize(24)
                        .allMatch(tile -> tile.captions().get(1).equals("3")));
        press("#units-make-all");
        for (int unit = 0; unit < 10; unit++) {
            answer();
        }
        assertThat(panels).allMatch(panel -> robot.lookup(panel).query().isVisible());
        assertThat(robot.lookup("#units-all")
                        .queryAs(FigureView.class)
                        .figureProperty()
                        .get())
                .isInstanceOfSatisfying(
                        TilesFigure.class, tiles -> assertThat(tiles.tiles()).hasSize(10));
        fx(() -> model.look(3));
        assertThat(told()).startsWith("output · 3");
        shoot("units-lenet");
    }

    @Test
    void theWayCanBeSeenAgain() throws Exception {
        open("lenet-mnist");
        press("#units-make");
        answer();

        fx(() -> robot.lookup("#units-frame").queryAs(Slider.class).setValue(1));

        assertThat(told()).startsWith("Step 64 of 256: activation ");
    }

    @Test
    void optionsArePassedOnAndWrongOnesStopNobodyButTheButtons() throws Exception {
        open("lenet-mnist");
        TextField steps = robot.lookup("#units-option-steps").queryAs(TextField.class);
        fx(() -> steps.setText("many"));
        assertThat(robot.lookup("#units-make").queryAs(Button.class).isDisabled())
                .isTrue();
        fx(() -> steps.setText("40"));
        press("#units-make");

        assertThat(maker.last().question().options()).containsOnlyKeys("steps").containsValue("40");
    }

    @Test
    void anotherLayerOffersItsUnits() throws Exception {
        open("lenet-mnist");
        ComboBox<UnitLayer> layers = robot.lookup("#units-layer").queryComboBox();
        fx(() -> layers.setValue(layers.getItems().get(0)));

        assertThat(robot.lookup("#units-unit").queryComboBox().getItems()).hasSize(6);
        assertThat(robot.lookup("#units-option-place").tryQuery()).isPresent();
    }

    @Test
    void aRowIsShownInTheUnitsOfItsColumns() throws Exception {
        open("mlp-cars");
        press("#units-make");
        Tensor row =
                UnitsViewModelTest.data("mlp-cars").train().example(0).inputs().row(0);
        HandMaker.Asked asked = maker.last();
        fx(() -> asked.answer().complete(HandMaker.of(asked.question(), row)));

        // Words need larger tiles than pictures, and a layer with one unit has no others.
        assertThat(((TilesFigure) robot.lookup("#units-examples")
                                .queryAs(FigureView.class)
                                .figureProperty()
                                .get())
                        .side())
                .isGreaterThan(100);
        assertThat(robot.lookup("#panel-units-all").query().isVisible()).isFalse();
        FigureView input = robot.lookup("#units-input").queryAs(FigureView.class);
        assertThat(input.getHeight())
                .isGreaterThanOrEqualTo(((TableFigure) input.figureProperty().get()).height());
        shoot("units-cars");
        assertThat(csv("#panel-units-input")).startsWith("column,step,value");
    }

    @Test
    void aRecordIsShownOverTime() throws Exception {
        open("gru-co2");
        press("#units-make");
        Tensor record =
                UnitsViewModelTest.data("gru-co2").train().example(0).inputs().row(0);
        HandMaker.Asked asked = maker.last();
        fx(() -> asked.answer().complete(HandMaker.of(asked.question(), record)));

        shoot("units-co2");
    }

    @Test
    void aModelOfTextsTellsWhyNot() throws Exception {
        open("bilstm-sentiment");

        assertThat(robot.lookup("#units-empty").queryAs(Label.class).getText())
                .startsWith(
                        "No inputs can be made for this model. The input is tokens, and their ids have no gradient");
        shoot("units-refused");
    }

    @Test
    void everyPanelIsWrittenInEveryFormat() throws Exception {
        open("lenet-mnist");
        press("#units-make");
        answer();
        for (String id : List.of("units-input", "units-course", "units-examples", "units-all")) {
            PanelFrame frame = robot.lookup("#panel-" + id).queryAs(PanelFrame.class);
            PanelFile file = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> PanelFile.of(frame.panel()));
            for (PanelFormat format : PanelFormat.values()) {
                Path path = Path.of("target", "screenshots", id + "." + format.extension());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                file.write(path, format);
                assertThat(path).isNotEmptyFile();
            }
        }
        assertThat(csv("#panel-units-course")).startsWith("step,activation").hasLineCount(258);
        assertThat(csv("#panel-units-examples")).startsWith("part,example,activation,truth");
        assertThat(csv("#panel-units-input")).hasLineCount(785);
    }

    private String csv(String id) throws Exception {
        PanelFrame frame = robot.lookup(id).queryAs(PanelFrame.class);
        PanelFile file = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> PanelFile.of(frame.panel()));
        Path path = Path.of("target", "screenshots", "units.csv");
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        file.write(path, PanelFormat.CSV);
        return Files.readString(path);
    }
}
