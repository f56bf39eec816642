package org.vitrine.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.credibility.CredibilityMetrics;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.Judgements.JudgedLine;
import org.vitrine.runs.event.SessionEvent.Attended;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.event.SessionEvent.PlacesTold;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;

/** The page of heatmaps with its card, as a user sees it. */
class ExplainViewTest {
    @TempDir
    Path folder;

    private final List<AttributionRequest> judged = new ArrayList<>();

    /** Answers at once, each question with the same map and the same card. */
    private final class ReadyExplainer implements Explainer {
        @Override
        public CompletableFuture<SessionReady> ready() {
            return CompletableFuture.completedFuture(new SessionReady(List.of("conv1"), Map.of()));
        }

        @Override
        public CompletableFuture<AttributionDone> attribute(AttributionRequest request, DoubleConsumer progress) {
            return CompletableFuture.completedFuture(new AttributionDone(
                    "1",
                    request.method(),
                    "map.npy",
                    true,
                    4.2,
                    OptionalDouble.empty(),
                    List.of(0.9, 0.1),
                    OptionalInt.empty(),
                    0.01));
        }

        @Override
        public CompletableFuture<PlacesTold> places(int example) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Judged> judge(AttributionRequest request, Consumer<News> news) {
            judged.add(request);
            List<JudgedLine> lines = CredibilityMetrics.all().stream()
                    .map(metric -> new JudgedLine(metric.id(), "PASS", OptionalDouble.of(0.42), Map.of(), "", null))
                    .toList();
            return CompletableFuture.completedFuture(
                    new Judged("2", request.method(), request.example(), 0, OptionalInt.empty(), "PASS", lines, 0.1));
        }

        @Override
        public CompletableFuture<JudgedMany> judgeMany(String method, int examples, DoubleConsumer progress) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Attended> attend(int example) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<NearestFound> nearest(NearestRequest request, DoubleConsumer progress) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<InfluenceFound> influence(InfluenceRequest request, DoubleConsumer progress) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }

    @Test
    void theCardStandsUnderTheHeatmapsAndFollowsTheChosenOne() throws Exception {
        Dataset digits = DatasetCatalogue.builtIn().load(DataReference.of("mnist"));
        Npy.write(folder.resolve("map.npy"), digits.test().example(0).inputs().row(0));
        int size = digits.test().size();
        int[] actual = new int[size];
        for (int i = 0; i < size; i++) {
            actual[i] = (int) digits.test().example(i).targets().values()[0];
        }
        TestEvaluation evaluation =
                TestEvaluation.ofClasses(0.1, digits.targetNames(), actual, actual, new float[size][10]);
        Stage stage = FxToolkit.registerPrimaryStage();
        Scene[] made = new Scene[1];
        ExplainViewModel model = new ExplainViewModel(new Background(Runnable::run, Runnable::run));
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            FileDialogs dialogs = (FileDialogs) Proxy.newProxyInstance(
                    FileDialogs.class.getClassLoader(), new Class<?>[] {FileDialogs.class}, (proxy, method, args) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
            ExplainView view = new ExplainView(
                    model, dialogs, new Background(Runnable::run, Runnable::run), text -> {}, text -> {});
            made[0] = new Scene(view, 1200, 740);
            made[0].getStylesheets()
                    .add(Objects.requireNonNull(ExplainView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            stage.setScene(made[0]);
            stage.show();
            model.show(new Subject("LeNet", folder, digits, evaluation, Optional.empty()), new ReadyExplainer());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(judged).hasSize(1).allMatch(request -> request.method().equals("integrated-gradients"));
        save(made[0], "explain-card-light");
        assertThat(PanelFiles.csv(made[0].getRoot(), "heatmap"))
                .startsWith("Row,Column,Relevance")
                .hasLineCount(785);
        assertThat(PanelFiles.csv(made[0].getRoot(), "heatmaps"))
                .startsWith("Method,Row,Column,Relevance")
                .contains("integrated-gradients,28,28,");
        assertThat(PanelFiles.csv(made[0].getRoot(), "answer"))
                .startsWith("class,probability,predicted,true")
                .hasLineCount(11)
                .contains(",true,true");
        fx(() -> ((Button) made[0].lookup("#light-deletion")).fire());
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save(made[0], "explain-card-open-dark");
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
        fx(() -> model.example().set(OptionalInt.of(2)));
        fx(() -> {
            stage.setWidth(944);
            stage.setHeight(620);
        });
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> ((ToggleButton) made[0].lookup("#card-details")).setSelected(false));
        WaitForAsyncUtils.waitForFxEvents();
        save(made[0], "explain-narrow");
        Node bars = made[0].lookup("#probabilities");
        assertThat(bars.localToScene(bars.getLayoutBounds()).getMaxX())
                .as("what a window of 1024 pixels leaves holds the whole page")
                .isLessThan(made[0].getWidth());
        assertThat(judged).hasSize(2).last().satisfies(request -> assertThat(request.example())
                .isEqualTo(2));
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private static void save(Scene scene, String name) throws Exception {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Pictures.of(scene.getRoot(), Color.WHITE));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
