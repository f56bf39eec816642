package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Position;

/** Times with a graph of 200 nodes and 400 edges. The bounds are wide: they catch what is quadratic, not what is slow. */
@ExtendWith(ApplicationExtension.class)
class FluidityTest {
    private Stage stage;
    private GraphViewModel model;
    private DesignerView designer;

    @Start
    void start(Stage shown) {
        stage = shown;
        model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        designer = Stages.show(shown, model);
    }

    @Test
    void aLargeGraphStaysFluid(FxRobot robot) {
        GraphDocument large = Graphs.large();
        assertThat(large.graph().nodes()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(large.graph().edges()).hasSizeGreaterThanOrEqualTo(400);
        long start = System.nanoTime();
        robot.interact(() -> model.load(large, Optional.of(Graphs.TABLE)));
        double load = (System.nanoTime() - start) / 1e6;
        robot.interact(() -> {
            double analysis = median(i -> GraphAnalyzer.analyze(large, Optional.of(Graphs.TABLE)));
            double frame = median(i -> stage.getScene().snapshot(null));
            double zoom = median(i -> {
                if (i % 2 == 0) {
                    designer.canvas().zoomIn();
                } else {
                    designer.canvas().zoomOut();
                }
                stage.getScene().snapshot(null);
            });
            double typing = median(
                    i -> model.execute(new ReplaceLayer(Graphs.id("dense10"), new Dense(32 + i % 2, Activation.RELU))));
            double moving =
                    median(i -> model.actions().moveTo(Map.of(Graphs.id("dense10"), new Position(8.0 * i, 400))));
            write(String.format(
                    Locale.ROOT,
                    "200 nodes: load %.0f ms, analysis %.1f ms, frame %.1f ms, zoom %.1f ms, parameter %.1f ms, move %.1f ms%n",
                    load,
                    analysis,
                    frame,
                    zoom,
                    typing,
                    moving));
            assertThat(frame).isLessThan(1000);
            assertThat(zoom).isLessThan(1000);
            assertThat(typing).isLessThan(1000);
            assertThat(moving).isLessThan(1000);
        });
    }

    private static void write(String line) {
        try {
            Files.writeString(Path.of("target", "fluidity.txt"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run(int i);
    }

    private static double median(Step step) {
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            step.run(i);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
