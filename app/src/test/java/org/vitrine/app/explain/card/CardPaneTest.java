package org.vitrine.app.explain.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.settings.Theme;
import org.vitrine.attribution.credibility.CredibilityMetrics;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.Judgements.ClassSummary;
import org.vitrine.runs.event.Judgements.JudgedCurve;
import org.vitrine.runs.event.Judgements.JudgedLine;
import org.vitrine.runs.event.Judgements.MetricSummary;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.session.AttributionRequest;

/** The card as a user sees it: the fate of an edge detector. */
class CardPaneTest {
    private final CardViewModel model = new CardViewModel(Runnable::run);
    private final HandJudge judge = new HandJudge();
    private final List<Panel> exported = new ArrayList<>();
    private Optional<Scene> scene = Optional.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            CardPane pane = new CardPane(model, (panel, format) -> exported.add(panel));
            pane.about("Edges, test example 3", List.of("0", "1", "2"));
            BorderPane root = new BorderPane();
            root.setBottom(pane);
            Scene made = new Scene(root, 1180, 480);
            made.getStylesheets()
                    .add(Objects.requireNonNull(CardPane.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            stage.setScene(made);
            stage.show();
            scene = Optional.of(made);
            model.show(judge);
            model.about(Optional.of(new AttributionRequest("gradient", Part.TEST, 3, 1, Map.of())), true);
        });
    }

    private static JudgedLine line(String metric, String verdict, double value, @Nullable JudgedCurve curve) {
        return verdict.equals("NOT_MEASURED")
                ? new JudgedLine(metric, verdict, OptionalDouble.empty(), Map.of(), "noPromise", null)
                : new JudgedLine(metric, verdict, OptionalDouble.of(value), Map.of(), "", curve);
    }

    private static JudgedCurve curve(boolean falling) {
        List<Double> shares = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> random = new ArrayList<>();
        List<Double> deviation = new ArrayList<>();
        for (int i = 0; i <= 28; i++) {
            double share = i / 28.0;
            shares.add(share);
            own.add(falling ? Math.exp(-9 * share) : 1 - Math.exp(-7 * share));
            random.add(falling ? 1 - share * share : share * share);
            deviation.add(0.4 * share * (1 - share));
        }
        Map<String, List<Double>> series = new LinkedHashMap<>();
        series.put("explanation", own);
        series.put("random", random);
        series.put("randomDeviation", deviation);
        return new JudgedCurve(shares, series);
    }

    private void answer() throws Exception {
        Map<String, List<Double>> likeness = new LinkedHashMap<>();
        likeness.put("rankCorrelation", List.of(1.0, 1.0, 1.0, 1.0));
        likeness.put("structuralSimilarity", List.of(1.0, 1.0, 1.0, 1.0));
        List<JudgedLine> lines = List.of(
                line("completeness", "NOT_MEASURED", 0, null),
                line("sparseness", "PASS", 0.78, null),
                line("deletion", "PASS", 5.06, curve(true)),
                line("insertion", "DOUBTFUL", 1.07, curve(false)),
                line("infidelity", "PASS", 0.46, null),
                line("agreement", "PASS", 0.71, null),
                line("stability", "PASS", 0.03, null),
                line("randomisation", "FAIL", 1, new JudgedCurve(List.of(0.0, 0.4, 0.8, 1.0), likeness)));
        fx(() -> judge.answers
                .get(0)
                .complete(new Judged("1", "gradient", 3, 1, OptionalInt.empty(), "FAIL", lines, 1)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void eachLightHasAnIconAndAWordAndOpensItsReasons() throws Exception {
        answer();
        assertThat(label("#card-sentence")).startsWith("Do not believe this map");
        for (var metric : CredibilityMetrics.all()) {
            Button light = (Button) lookup("#light-" + metric.id());
            assertThat(light.getGraphic()).isNotNull();
            assertThat(light.getText()).containsAnyOf(": pass", ": doubtful", ": fail", ": not measured");
        }
        fx(() -> ((Button) lookup("#light-randomisation")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((ToggleButton) lookup("#card-details")).isSelected()).isTrue();
        ListView<?> lines = (ListView<?>) lookup("#card-lines");
        assertThat(lines.getSelectionModel().getSelectedItem())
                .isInstanceOfSatisfying(
                        Line.class, line -> assertThat(line.metric()).isEqualTo("randomisation"));
        assertThat(lookup("#panel-credibility-curves").isVisible()).isTrue();
        save("card-randomisation-light");
        fx(() -> ((Button) lookup("#light-deletion")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        save("card-light");
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save("card-dark");
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    @Test
    void theCardAndItsCurvesAreWrittenToFiles() throws Exception {
        answer();
        fx(() -> ((Button) lookup("#light-deletion")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        for (String id : List.of("credibility", "credibility-curves")) {
            Panel panel = ((PanelFrame) lookup("#panel-" + id)).panel();
            PanelFile file = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> PanelFile.of(panel));
            for (PanelFormat format : PanelFormat.values()) {
                assertThat(file.has(format)).isTrue();
                Path written = folder.resolve(id + "." + format.extension());
                file.write(written, format);
                assertThat(written).isNotEmptyFile();
                if (format == PanelFormat.PNG) {
                    file.write(Path.of("target", "screenshots", id + ".png"), format);
                }
            }
        }
        assertThat(folder.resolve("credibility.csv"))
                .content()
                .contains("Dependence on the model,fail,1.0,With random weights the map stays nearly the same");
        assertThat(folder.resolve("credibility-curves.csv")).content().hasLineCount(30);
    }

    @Test
    void theSummaryShowsHowOftenEachTestIsPassed() throws Exception {
        answer();
        fx(() -> ((ToggleButton) lookup("#card-summary")).fire());
        fx(() -> ((Button) lookup("#card-summary-start")).fire());
        assertThat(lookup("#card-summary-stop").isVisible()).isTrue();
        List<MetricSummary> lines = new ArrayList<>();
        int i = 0;
        for (var metric : CredibilityMetrics.all()) {
            lines.add(new MetricSummary(
                    metric.id(),
                    40 - 3 * i,
                    i,
                    2 * i,
                    10,
                    0.4 + i,
                    0.5,
                    List.of(new ClassSummary(0, 20, 20 - i), new ClassSummary(2, 20, 15))));
            i++;
        }
        lines.add(new MetricSummary("", 30, 8, 12, 0, Double.NaN, Double.NaN, List.of(new ClassSummary(0, 25, 14))));
        fx(() -> judge.summaries
                .get(0)
                .complete(new JudgedMany("2", "gradient", Collections.nCopies(50, 1), lines, "x.npy", 1)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label("#card-summary-said")).isEqualTo("Gradient: 50 examples");
        TableView<?> table = (TableView<?>) lookup("#card-summary-table");
        assertThat(table.getItems()).hasSize(CredibilityMetrics.all().size() + 1);
        save("card-summary-light");
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save("card-summary-dark");
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    private Node lookup(String selector) {
        return Objects.requireNonNull(scene.orElseThrow().lookup(selector), selector);
    }

    private String label(String selector) {
        return ((Label) lookup(selector)).getText();
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    /** Keeps a picture of the window for who wants to look. */
    private void save(String name) throws Exception {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                30_000, () -> Pictures.of(scene.orElseThrow().getRoot(), Color.WHITE));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
