package org.vitrine.app.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.attention.AttentionRollout;
import org.vitrine.charts.attention.AttentionMap;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.SessionEvent.Attended;

class AttentionPaneTest {
    private static final List<String> WORDS = List.of("not", "a", "single", "dull", "moment");

    @TempDir
    Path folder;

    private final AttentionViewModel model = new AttentionViewModel(new Background(Runnable::run, Runnable::run));
    private final List<Integer> asked = new ArrayList<>();

    private Optional<AttentionViewModel.Subject> subject(int example) {
        return Optional.of(new AttentionViewModel.Subject(this::attend, folder, example, WORDS));
    }

    private CompletableFuture<Attended> attend(int example) {
        asked.add(example);
        return CompletableFuture.completedFuture(new Attended("1", List.of("first", "second"), "weights.npz", 0.1));
    }

    private Map<String, Tensor> write() throws Exception {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (String layer : List.of("first", "second")) {
            float[] values = new float[2 * 25];
            for (int row = 0; row < 10; row++) {
                for (int key = 0; key < 5; key++) {
                    values[row * 5 + key] = (key == (row * 2 + layer.length()) % 5 ? 0.6f : 0.1f);
                }
            }
            weights.put(layer, Tensor.of(values, 2, 5, 5));
        }
        Npz.write(folder.resolve("weights.npz"), weights);
        return weights;
    }

    @Test
    void isAskedOnlyWhileSomebodyLooks() throws Exception {
        write();
        model.about(subject(3));
        assertThat(asked).isEmpty();
        model.wanted().set(true);
        model.about(subject(4));
        model.wanted().set(false);
        model.about(subject(5));
        assertThat(asked).containsExactly(3, 4);
        assertThat(model.found().get()).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void layersHeadsAndRolloutAreShown() throws Exception {
        Map<String, Tensor> weights = write();
        Stage stage = FxToolkit.registerPrimaryStage();
        Scene[] made = new Scene[1];
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            AttentionPane pane = new AttentionPane(model, (panel, format) -> {});
            made[0] = new Scene(pane, 700, 460);
            made[0].getStylesheets()
                    .add(Objects.requireNonNull(AttentionPane.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            stage.setScene(made[0]);
            stage.show();
            model.about(subject(3));
            model.wanted().set(true);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(drawn(made[0])).isEqualTo(AttentionRollout.of(List.copyOf(weights.values())));
        save(made[0], "attention-light");
        fx(() -> choose(made[0], "#attention-layer", 1));
        fx(() -> choose(made[0], "#attention-head", 2));
        assertThat(drawn(made[0]))
                .isEqualTo(Objects.requireNonNull(weights.get("second")).row(1));
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save(made[0], "attention-dark");
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
        PanelFrame frame = (PanelFrame) made[0].lookup("#panel-attention");
        PanelFile file = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> PanelFile.of(frame.panel()));
        for (PanelFormat format : PanelFormat.values()) {
            file.write(folder.resolve("attention." + format.extension()), format);
        }
        assertThat(folder.resolve("attention.csv"))
                .content()
                .startsWith("\"\",not,a,single")
                .hasLineCount(6);
    }

    private static Tensor drawn(Scene scene) {
        FigureView view = (FigureView) scene.lookup(".figure-view");
        return ((AttentionMap) view.figureProperty().get()).weights();
    }

    private static void choose(Scene scene, String box, int index) {
        ((ComboBox<?>) scene.lookup(box)).getSelectionModel().select(index);
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private static void save(Scene scene, String name) throws Exception {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Pictures.of(scene.getRoot(), Color.WHITE));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
