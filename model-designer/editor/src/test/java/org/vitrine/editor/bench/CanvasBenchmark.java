package org.vitrine.editor.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.vitrine.editor.DesignerView;
import org.vitrine.editor.Stages;
import org.vitrine.editor.canvas.PlainGraph;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.plan.Plan;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/**
 * Pans, zooms and drags in a graph of 500 nodes, as the canvas draws it and as it would be with all nodes and edges in the
 * scene; then edits it. Prints tables in Markdown. See the profile {@code canvas-benchmark}.
 */
public final class CanvasBenchmark {
    private static final int FRAMES = 60;
    private static final int EDITS = 21;
    private static final double[] SCALES = {0.12, 0.3, 0.5, 1};

    private static final NodeId HELD = Graphs.id("dense3-10");

    private final PrintStream out;
    private final Stage stage;
    private final GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
    private final DesignerView designer;
    private final Scene canvasScene;
    private final PlainGraph plain;
    private final Scene plainScene;

    private CanvasBenchmark(PrintStream out) {
        this.out = out;
        stage = new Stage();
        designer = Stages.show(stage, model);
        canvasScene = stage.getScene();
        double start = now();
        model.load(Graphs.wide(), Optional.of(Graphs.TABLE));
        stage.getScene().snapshot(null);
        out.printf(
                Locale.ROOT,
                "%d nodes, %d edges; opened in %.0f ms of processor time, classes loaded and compiled included.%n%n",
                model.document().graph().nodes().size(),
                model.document().graph().edges().size(),
                now() - start);
        plain = new PlainGraph(model.state());
        StackPane root = new StackPane(plain);
        root.getStyleClass().add("designer");
        root.setStyle("-fx-font-family: Inter; -fx-font-size: 14px;");
        root.getStylesheets().add(DesignerView.class.getResource("editor.css").toExternalForm());
        plainScene =
                new Scene(root, designer.canvas().getWidth(), designer.canvas().getHeight());
    }

    public static void main(String[] arguments) throws InterruptedException {
        CanvasBenchmark[] made = new CanvasBenchmark[1];
        Platform.startup(() -> {});
        fx(() -> made[0] = new CanvasBenchmark(System.out));
        made[0].gestures();
        fx(made[0]::edits);
        made[0].layout();
        Platform.exit();
    }

    private void gestures() throws InterruptedException {
        Gestures hand = new Gestures(designer.canvas());
        out.println(
                "| Gesture | frames | median | 95 % | window thread | drawing thread | before: window | drawing | ratio |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (double scale : SCALES) {
            row(
                    "Pan at " + scale,
                    scale,
                    hand,
                    i -> hand.pan(way(i, 20) * 7, way(i, 10) * 5),
                    i -> plain.pan(way(i, 20) * 7, way(i, 10) * 5));
            row(
                    "Zoom at " + scale,
                    scale,
                    hand,
                    i -> hand.zoom(way(i, 10) * 12),
                    i -> plain.zoom(Math.pow(1.0015, way(i, 10) * 12)));
            row(
                    "Drag at " + scale,
                    scale,
                    hand,
                    i -> hand.drag(20 + 3 * (i % 30), 2 * (i % 30)),
                    i -> plain.drag(HELD, 3 * (i % 30), 2 * (i % 30)));
        }
    }

    private static int way(int frame, int turn) {
        return frame / turn % 2 == 0 ? 1 : -1;
    }

    private void row(String name, double scale, Gestures hand, IntConsumer now, IntConsumer before)
            throws InterruptedException {
        boolean drags = name.startsWith("Drag");
        fx(() -> stage.setScene(canvasScene));
        settle();
        fx(() -> {
            designer.canvas().zoomToLifeSize();
            designer.canvas().fit();
            hand.zoom(Math.log(scale / designer.canvas().scaleProperty().get()) / Math.log(1.0015));
            designer.reveal(HELD);
        });
        settle();
        fx(() -> {
            if (drags) {
                hand.press(HELD);
            }
        });
        FrameTimes canvas = FrameTimes.of(FRAMES, now);
        fx(() -> {
            if (drags) {
                hand.release();
                model.undo();
            }
            stage.setScene(plainScene);
        });
        settle();
        fx(() -> plain.show(HELD, scale));
        settle();
        FrameTimes old = FrameTimes.of(FRAMES, before);
        out.println(canvas.row(name)
                + String.format(
                        Locale.ROOT,
                        " %.1f | %.1f | **%.1f** |",
                        old.windowThread(),
                        old.renderThread(),
                        old.bound() / canvas.bound()));
    }

    /** Some frames without a gesture: what was put off is done, and code is compiled. */
    private static void settle() {
        FrameTimes.of(25, i -> {});
    }

    private void edits() {
        GraphDocument document = model.document();
        stage.setScene(canvasScene);
        designer.canvas().zoomToLifeSize();
        out.println();
        out.println("| What an edit takes | ms |");
        out.println("|---|---|");
        edit("Analysis", i -> GraphAnalyzer.analyze(document, Optional.of(Graphs.TABLE)));
        edit("Ways of all edges", i -> Plan.of(model.state(), EdgeStyle.CURVED));
        edit("Ways of all edges, orthogonal", i -> Plan.of(model.state(), EdgeStyle.ORTHOGONAL));
        edit(
                "A parameter that changes no shape",
                i -> model.execute(
                        new ReplaceLayer(HELD, new Dense(32, i % 2 == 0 ? Activation.TANH : Activation.RELU))));
        edit(
                "A parameter that breaks a branch",
                i -> model.execute(new ReplaceLayer(HELD, new Dense(32 + i % 2, Activation.RELU))));
        edit("Moving a node", i -> {
            model.actions().moveTo(Map.of(HELD, new Position(8.0 * i, 400)));
            model.endGesture();
        });
        edit("Undo", i -> model.undo());
    }

    private void edit(String name, IntConsumer step) {
        double[] times = new double[EDITS];
        for (int i = 0; i < 2 * EDITS; i++) {
            double start = now();
            step.accept(i);
            times[i % EDITS] = now() - start;
        }
        Arrays.sort(times);
        out.printf(Locale.ROOT, "| %s | %.1f |%n", name, times[EDITS / 2]);
    }

    private void layout() {
        out.println();
        out.println("| Automatic layout | first | again |");
        out.println("|---|---|---|");
        layout("200 nodes", Graphs.large());
        layout("500 nodes", Graphs.wide());
    }

    private void layout(String name, GraphDocument document) {
        double start = now();
        LayeredLayout.of(document);
        double first = now() - start;
        start = now();
        LayeredLayout.of(document);
        out.printf(Locale.ROOT, "| %s | %.0f | %.0f |%n", name, first, now() - start);
    }

    /** Processor milliseconds of this thread. */
    private static double now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static void fx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }
}
