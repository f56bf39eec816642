package org.vitrine.app.explain.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.effects.Predictor;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.effects.DependenceCurves;
import org.vitrine.charts.effects.DependenceMap;
import org.vitrine.charts.effects.ImportanceBars;
import org.vitrine.charts.effects.PatchMap;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;

/** The page All data on real data, with models whose effects are known. */
class EffectsViewTest {
    @TempDir
    Path folder;

    private final EffectsViewModel model = new EffectsViewModel(new Background(Runnable::run, Runnable::run));
    private final List<Integer> chosen = new ArrayList<>();

    private static Dataset load(String id, Map<String, String> options) throws Exception {
        return DatasetCatalogue.builtIn().load(new DataReference(id, options));
    }

    private static ModelGraph graph(String example) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("..", "examples", example + ".vitrine"));
        return document.flat().graph();
    }

    private FormulaQuestions show(Dataset data, ModelGraph graph, Predictor formula) {
        FormulaQuestions questions = new FormulaQuestions(data, folder, formula);
        fx(() -> model.show(new EffectSubject(folder, graph, data), questions));
        return questions;
    }

    /** Heavier cars go fewer miles, the more so the older they are; Japanese ones some more. */
    private static Predictor cars(Dataset data) {
        Presentation.Table table = (Presentation.Table) data.presentation();
        int weight = table.columns().indexOf("Weight in lbs");
        int year = table.columns().indexOf("Year");
        int japan = table.columns().indexOf("Origin = Japan");
        return inputs -> {
            float[] answers = new float[inputs.rows()];
            for (int i = 0; i < answers.length; i++) {
                float[] row = inputs.row(i).values();
                double pounds = scale(table, weight).invert(row[weight]);
                double age = 82 - (scale(table, year).invert(row[year]) % 1900);
                answers[i] = (float) (44 - 0.006 * pounds - 0.00012 * age * (6000 - pounds) * 1.2 + 2 * row[japan]);
            }
            return Tensor.of(answers, answers.length, 1);
        };
    }

    private static Scale scale(Presentation.Table table, int place) {
        return table.scales().get(place);
    }

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void lightAgain() {
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    private Scene open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Scene[] made = new Scene[1];
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            EffectsView view = new EffectsView(model, (panel, format) -> {}, chosen::add);
            made[0] = new Scene(view, 1240, 640);
            made[0].getStylesheets()
                    .add(Objects.requireNonNull(EffectsView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            stage.setScene(made[0]);
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made[0];
    }

    @Test
    void columnsOfATableHaveBarsAndCurves() throws Exception {
        Dataset data = load("cars", Map.of());
        FormulaQuestions questions = show(data, graph("mlp-cars"), cars(data));
        assertThat(questions.asked).isEmpty();
        Scene scene = open();
        fx(model::look);
        assertThat(questions.asked).containsExactly("permute columns 7 500 5", "vary [Weight in lbs] 200");
        WaitForAsyncUtils.waitForFxEvents();
        ImportanceBars bars = (ImportanceBars) figure(scene, "importance");
        assertThat(bars.bars()).hasSize(7);
        assertThat(bars.bars().get(0).name()).isEqualTo("Weight in lbs");
        assertThat(bars.chosen()).isZero();
        assertThat(bars.bars())
                .filteredOn(bar -> bar.name().equals("Acceleration"))
                .allSatisfy(bar -> assertThat(bar.value()).isZero());
        assertThat(text(scene, "#effects-said")).contains("Click a column");
        DependenceCurves curves = (DependenceCurves) figure(scene, "dependence");
        assertThat(curves.mean()[0]).isGreaterThan(curves.mean()[19]);
        pointAt(scene, "dependence", MouseEvent.MOUSE_MOVED);
        assertThat(text(scene, "#effects-dependence-said")).contains("Test example", "Weight in lbs = ", "truly");
        pointAt(scene, "dependence", MouseEvent.MOUSE_CLICKED);
        assertThat(chosen).hasSize(1);
        WaitForAsyncUtils.waitForFxEvents();
        save(scene, "effects-light");
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        fx(() -> ((CheckBox) scene.lookup("#effects-centred")).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((DependenceCurves) figure(scene, "dependence")).mean()[0]).isZero();
        save(scene, "effects-dark");
        for (String panel : List.of("importance", "dependence")) {
            export(scene, panel);
        }
        assertThat(folder.resolve("importance.csv"))
                .content()
                .contains("Part,", "Miles per Gallon")
                .hasLineCount(8);
        assertThat(folder.resolve("dependence.csv"))
                .content()
                .contains("Example 0")
                .hasLineCount(21);
    }

    @Test
    void aClickedBarIsTheColumnThatIsLookedAt() throws Exception {
        Dataset data = load("cars", Map.of());
        FormulaQuestions questions = show(data, graph("mlp-cars"), cars(data));
        Scene scene = open();
        fx(model::look);
        WaitForAsyncUtils.waitForFxEvents();
        ImportanceBars bars = (ImportanceBars) figure(scene, "importance");
        int origin = bars.bars().stream().map(ImportanceBars.Bar::name).toList().indexOf("Origin");
        FigureView view = view(scene, "importance");
        double y = view.getHeight() * 0;
        while (bars.at(y, view.getHeight()) != origin) {
            y++;
        }
        double at = y + 2;
        fx(() -> fire(view, MouseEvent.MOUSE_CLICKED, 60, at));
        assertThat(questions.asked).last().isEqualTo("vary [Origin] 200");
        WaitForAsyncUtils.waitForFxEvents();
        DependenceCurves curves = (DependenceCurves) figure(scene, "dependence");
        assertThat(curves.axis().labels()).contains("Japan", "USA");
        save(scene, "effects-category-light");
        fx(() -> choose(scene, "#effects-with", "Weight in lbs"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(figure(scene, "dependence")).isInstanceOf(DependenceMap.class);
        fx(() -> choose(scene, "#effects-column", "Year"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(questions.asked).last().isEqualTo("vary [Year, Weight in lbs] 200");
        save(scene, "effects-map-light");
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save(scene, "effects-map-dark");
        fx(() -> choose(scene, "#effects-measure", Boolean.FALSE));
        assertThat(((ImportanceBars) figure(scene, "importance")).axisName()).contains("Miles per Gallon");
    }

    @Test
    void picturesHaveAMapOfPatchesAndTheReasonWhyTheyHaveNoCurves() throws Exception {
        Dataset data = load("digits", Map.of());
        // A model that knows the digits by how much ink stands in the middle.
        FormulaQuestions questions = show(data, graph("lenet-mnist"), inputs -> {
            int size = inputs.size() / inputs.rows();
            int side = (int) Math.sqrt(size);
            float[] answers = new float[10 * inputs.rows()];
            for (int i = 0; i < inputs.rows(); i++) {
                float[] pixels = inputs.row(i).values();
                double ink = 0;
                for (int y = side / 3; y < side * 2 / 3; y++) {
                    for (int x = side / 3; x < side * 2 / 3; x++) {
                        ink += pixels[y * side + x];
                    }
                }
                double zero = 1 / (1 + Math.exp(ink * 1.2 - 3));
                for (int k = 0; k < 10; k++) {
                    answers[10 * i + k] = (float) (k == 0 ? zero : (1 - zero) / 9);
                }
            }
            return Tensor.of(answers, inputs.rows(), 10);
        });
        Scene scene = open();
        fx(model::look);
        assertThat(questions.asked).isEmpty();
        assertThat(text(scene, "#effects-dependence-said")).contains("one pixel means nothing by itself");
        fx(() -> ((Button) scene.lookup("#effects-compute")).fire());
        assertThat(questions.asked).containsExactly("permute patches 7 500 5");
        WaitForAsyncUtils.waitForFxEvents();
        PatchMap map = (PatchMap) figure(scene, "importance");
        assertThat(map.values().get(map.values().size() / 2)).isPositive();
        assertThat(map.values().get(0)).isZero();
        save(scene, "effects-patches-light");
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save(scene, "effects-patches-dark");
        export(scene, "importance");
    }

    @Test
    void aRecordHasBlocksOfStepsAndTheCurvesOfItsColumn() throws Exception {
        Dataset data = DatasetCatalogue.builtIn()
                .load(DocumentJson.read(Path.of("..", "examples", "gru-co2.vitrine"))
                        .data());
        FormulaQuestions questions = show(data, graph("gru-co2"), inputs -> {
            int steps = inputs.size() / inputs.rows();
            float[] answers = new float[inputs.rows()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = inputs.values()[(i + 1) * steps - 1];
            }
            return Tensor.of(answers, answers.length, 1);
        });
        Scene scene = open();
        fx(model::look);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(questions.asked).hasSize(2).first().asString().startsWith("permute steps");
        assertThat(questions.asked).last().asString().startsWith("vary [CO2");
        assertThat(((ImportanceBars) figure(scene, "importance")).bars().get(0).name())
                .endsWith("24");
        assertThat(text(scene, "#effects-said")).contains("whiskers").doesNotContain("Click a column");
        Node parts = scene.lookup("#effects-parts").getParent();
        assertThat(((Label) ((HBox) parts).getChildren().get(0)).getText()).isEqualTo("Blocks");
        assertThat(scene.lookup("#effects-with").getParent().isVisible()).isFalse();
        save(scene, "effects-record-light");
    }

    @Test
    void textsAreRefusedWithTheReason() throws Exception {
        Dataset data = load("sentiment-sentences", Map.of());
        show(data, graph("bilstm-sentiment"), inputs -> Tensor.zeros(inputs.rows(), 2));
        Scene scene = open();
        fx(model::look);
        assertThat(text(scene, "#effects-said")).contains("the same word stands at another place");
        assertThat(text(scene, "#effects-dependence-said")).contains("a word is no amount");
        assertThat(scene.lookup("#effects-compute").getParent().isVisible()).isFalse();
    }

    @Test
    void progressIsShownAndCanBeStopped() throws Exception {
        Dataset data = load("cars", Map.of());
        FormulaQuestions questions = new FormulaQuestions(data, folder, cars(data));
        questions.late = true;
        ModelGraph graph = graph("mlp-cars");
        fx(() -> model.show(new EffectSubject(folder, graph, data), questions));
        Scene scene = open();
        fx(model::look);
        fx(() -> questions.progress.accept(0.4));
        assertThat(((ProgressBar) scene.lookup("#effects-progress")).getProgress())
                .isEqualTo(0.4);
        fx(() -> ((Button) scene.lookup("#effects-stop")).fire());
        assertThat(questions.open).isCancelled();
        assertThat(model.importance().get()).isInstanceOf(Answer.Nothing.class);
        fx(() -> ((Button) scene.lookup("#effects-compute")).fire());
        fx(() -> questions.open.completeExceptionally(new CancellationException("no more memory")));
        assertThat(text(scene, "#effects-said")).isEqualTo("no more memory");
        fx(() -> ((Button) scene.lookup("#effects-compute")).fire());
        fx(() -> questions.open.complete(questions.permuted("columns", 7, 50, 2)));
        assertThat(model.importance().get()).isInstanceOf(Answer.Done.class);
        fx(model::close);
        assertThat(model.importance().get()).isInstanceOf(Answer.Nothing.class);
        assertThat(model.columns().get()).isEmpty();
    }

    private static FigureView view(Scene scene, String panel) {
        Node found = scene.lookup("#panel-" + panel + " .figure-view");
        return (FigureView) Objects.requireNonNull(found);
    }

    private static Figure figure(Scene scene, String panel) {
        return WaitForAsyncUtils.waitForAsyncFx(
                30_000, () -> view(scene, panel).figureProperty().get());
    }

    private static String text(Scene scene, String id) {
        return ((Label) scene.lookup(id)).getText();
    }

    /** In the middle of the lines. */
    private static void pointAt(Scene scene, String panel, javafx.event.EventType<MouseEvent> kind) {
        FigureView view = view(scene, panel);
        DependenceCurves curves = (DependenceCurves) view.figureProperty().get();
        double x = view.getWidth() / 2;
        double y = 0;
        while (curves.at(x, y, view.getWidth(), view.getHeight()) < 0 && y < view.getHeight()) {
            y++;
        }
        double at = y + 20;
        fx(() -> fire(view, kind, x, at));
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> kind, double x, double y) {
        javafx.geometry.Point2D at = node.localToScene(x, y);
        node.fireEvent(new MouseEvent(
                kind,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(Scene scene, String box, T value) {
        ((ComboBox<T>) scene.lookup(box)).setValue(value);
    }

    private void export(Scene scene, String panel) throws Exception {
        PanelFrame frame = (PanelFrame) scene.lookup("#panel-" + panel);
        PanelFile file = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> PanelFile.of(frame.panel()));
        for (PanelFormat format : PanelFormat.values()) {
            Path written = folder.resolve(panel + "." + format.extension());
            file.write(written, format);
            assertThat(written).isNotEmptyFile();
        }
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private static void save(Scene scene, String name) throws Exception {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Pictures.of(scene.getRoot(), Color.WHITE));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
