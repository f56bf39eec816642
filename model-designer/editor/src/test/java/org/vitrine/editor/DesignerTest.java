package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.edge;
import static org.vitrine.editor.model.Graphs.id;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

@ExtendWith(ApplicationExtension.class)
class DesignerTest {
    private GraphViewModel model;
    private DesignerView designer;

    @Start
    void start(Stage stage) {
        model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        designer = Stages.show(stage, model);
    }

    /** The graph once all events so far have been handled. */
    private ModelGraph graph() {
        WaitForAsyncUtils.waitForFxEvents();
        return model.document().graph();
    }

    private void open(FxRobot robot, GraphDocument document) {
        robot.interact(() -> model.load(document, model.data()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Point2D middle(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** A place on a node, counted from its top left corner in the graph's pixels. */
    private static Point2D on(FxRobot robot, String name, double x, double y) {
        return robot.lookup("#node-" + name).query().localToScreen(x, y);
    }

    /** The palette is longer than the window. */
    private static void searchPalette(FxRobot robot, String text) {
        robot.interact(
                () -> robot.lookup("#palette-search").queryAs(TextField.class).setText(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aClickInThePaletteAddsAfterTheChosenLayer(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        assertThat(model.selection()).isEqualTo(Selection.of(id("dense")));

        searchPalette(robot, "Dropout");
        robot.clickOn("#palette-Dropout");

        assertThat(graph().edges()).contains(edge("dense", "dropout", 0), edge("dropout", "output", 0));
        assertThat(robot.lookup("#node-dropout").tryQuery()).isPresent();
    }

    @Test
    void aLayerDraggedFromThePaletteComesToLieWhereItIsDropped(FxRobot robot) {
        Point2D target = on(robot, "dense", NodeMetrics.WIDTH + 160, 40);

        drag(robot, middle(robot, "#palette-Dense"), target);

        Position place =
                Optional.ofNullable(model.document().layout().get(id("dense2"))).orElseThrow();
        Position dense =
                Optional.ofNullable(model.document().layout().get(id("dense"))).orElseThrow();
        assertThat(place.x()).isBetween(dense.x() + 248, dense.x() + 280);
        assertThat(graph().edges()).hasSize(2);
    }

    @Test
    void aLayerDroppedOnAnEdgeIsInsertedThere(FxRobot robot) {
        Point2D onEdge = on(robot, "dense", NodeMetrics.WIDTH / 2, NodeMetrics.HEIGHT + 20);

        searchPalette(robot, "Dropout");
        drag(robot, middle(robot, "#palette-Dropout"), onEdge);

        assertThat(graph().edges())
                .containsExactlyInAnyOrder(
                        edge("input", "dense", 0), edge("dense", "dropout", 0), edge("dropout", "output", 0));
    }

    @Test
    void portsAreConnectedByMouse(FxRobot robot) {
        robot.interact(() -> model.actions().addAt(new Add(), new Position(264, 224)));
        WaitForAsyncUtils.waitForFxEvents();

        drag(
                robot,
                on(robot, "input", NodeMetrics.outputX(), NodeMetrics.HEIGHT),
                on(robot, "add", NodeMetrics.inputX(0, 2), 0));
        drag(
                robot,
                on(robot, "dense", NodeMetrics.outputX(), NodeMetrics.HEIGHT),
                on(robot, "add", NodeMetrics.inputX(1, 2), 0));

        assertThat(graph().edges()).contains(edge("input", "add", 0), edge("dense", "add", 1));
    }

    @Test
    void aForbiddenConnectionIsExplainedAndNotMade(FxRobot robot) {
        robot.interact(() -> {
            model.actions().addAt(new Add(), new Position(264, 112));
            model.actions().connect(edge("dense", "add", 0));
        });
        GraphDocument before = model.document();
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(hintOver(robot, "add", "dense")).contains("loop");
        assertThat(hintOver(robot, "dense", "input")).contains("takes no input");

        assertThat(model.document()).isEqualTo(before);
    }

    /** Drags from the output of one node onto another; what the hint says just before the mouse is released. */
    private static String hintOver(FxRobot robot, String from, String to) {
        Point2D start = on(robot, from, NodeMetrics.outputX(), NodeMetrics.HEIGHT);
        Point2D end = on(robot, to, 100, 30);
        robot.moveTo(start)
                .press(MouseButton.PRIMARY)
                .moveTo(start.midpoint(end))
                .moveTo(end);
        WaitForAsyncUtils.waitForFxEvents();
        Label hint = robot.lookup(".canvas-hint").query();
        String text = hint.isVisible() ? hint.getText() : "";
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        return text;
    }

    @Test
    void anEdgeTakenOffItsPortAndDroppedOnNothingIsGone(FxRobot robot) {
        drag(robot, on(robot, "output", NodeMetrics.inputX(0, 1), 0), on(robot, "output", -150, 0));

        assertThat(graph().edges()).containsExactly(edge("input", "dense", 0));
    }

    @Test
    void clickingAnEdgeChoosesItAndDeleteRemovesIt(FxRobot robot) {
        robot.clickOn(on(robot, "input", NodeMetrics.WIDTH / 2, NodeMetrics.HEIGHT + 12));
        assertThat(model.selection()).isEqualTo(Selection.of(edge("input", "dense", 0)));

        robot.type(KeyCode.DELETE);

        assertThat(graph().edges()).containsExactly(edge("dense", "output", 0));
    }

    @Test
    void draggingANodeMovesItOnTheGridInOneStep(FxRobot robot) {
        drag(robot, on(robot, "dense", 60, 30), on(robot, "dense", 153, 77));

        Position place =
                Optional.ofNullable(model.document().layout().get(id("dense"))).orElseThrow();
        assertThat(NodeMetrics.snap(place)).isEqualTo(place);
        assertThat(place.x()).isBetween(80.0, 104.0);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.document()).isEqualTo(Graphs.mlp());
    }

    @Test
    void theRubberBandChoosesWhatItTouches(FxRobot robot) {
        drag(robot, on(robot, "input", -60, -20), on(robot, "dense", 20, 20));

        assertThat(model.selection().nodes()).containsExactlyInAnyOrder(id("input"), id("dense"));
        assertThat(model.selection().edges()).containsExactly(edge("input", "dense", 0));
    }

    @Test
    void typingInTheInspectorIsOneStepAndShapesFollow(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        robot.doubleClickOn("#field-units").write("128");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(graph().layer(id("dense"))).isEqualTo(new Dense(128, Activation.RELU));
        assertThat(model.analysis().parameters()).isEqualTo(5 * 128 + 129 * 3);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.document()).isEqualTo(Graphs.mlp());
        assertThat(robot.lookup("#field-units").queryAs(TextField.class).getText())
                .isEqualTo("16");
    }

    @Test
    void textThatIsNoNumberOfTheRangeTurnsRedAndKeepsTheValue(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        robot.doubleClickOn("#field-units").write("70000");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(graph().layer(id("dense"))).isEqualTo(new Dense(7000, Activation.RELU));
        Label complaint = robot.lookup(".form-complaint").match(Node::isVisible).query();
        assertThat(complaint.getText()).contains("1").contains("65536");

        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#field-units").queryAs(TextField.class).getText())
                .isEqualTo("7000");
    }

    @Test
    void copyPasteAndDuplicateWorkByKeys(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.V);
        assertThat(graph().node(id("dense2"))).isPresent();

        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.D);
        assertThat(graph().nodes()).hasSize(8);

        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.document()).isEqualTo(Graphs.mlp());
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(graph().nodes()).hasSize(4);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(graph().nodes()).hasSize(8);
    }

    @Test
    void f2RenamesAndATakenNameIsRefusedWithTheReason(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        robot.type(KeyCode.F2).write("input").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        Label complaint = robot.lookup(".form-complaint").match(Node::isVisible).query();
        assertThat(complaint.getText()).isEqualTo("input is taken");
        assertThat(graph().node(id("dense"))).isPresent();

        robot.write("x").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(graph().node(id("inputx"))).isPresent();
        assertThat(graph().edges()).contains(edge("input", "inputx", 0));
    }

    @Test
    void theFixButtonOfAProblemRepairsTheGraph(FxRobot robot) {
        robot.interact(() -> model.actions().addAt(new Dropout(0.5), new Position(264, 0)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.analysis().isTrainable()).isFalse();
        int problems = model.analysis().problems().size();

        robot.interact(model::clearSelection);
        robot.clickOn(".problem-fix");

        assertThat(model.analysis().problems()).hasSizeLessThan(problems);
        assertThat(model.canUndoProperty().get()).isTrue();
    }

    @Test
    void aClickOnAProblemGoesToItsNode(FxRobot robot) {
        robot.interact(() -> {
            NodeId added = model.actions().addAt(new Dropout(0.5), new Position(264, 0));
            model.clearSelection();
            assertThat(added).isEqualTo(id("dropout"));
        });
        robot.clickOn(".problem-what");

        assertThat(model.selection()).isEqualTo(Selection.of(id("dropout")));
    }

    @Test
    void aWholeNetworkIsBuiltWithTheKeyboardAlone(FxRobot robot) {
        open(robot, Graphs.empty());
        robot.interact(designer.canvas()::requestFocus);

        robot.write("input").type(KeyCode.ENTER);
        robot.write("dense").type(KeyCode.ENTER);
        robot.write("classif").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(graph().edges())
                .containsExactly(edge("input", "dense", 0), edge("dense", "classificationoutput", 0));
        assertThat(model.analysis().isTrainable()).isTrue();

        robot.type(KeyCode.UP);
        assertThat(model.selection()).isEqualTo(Selection.of(id("dense")));
        robot.type(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.A).write("24");
        assertThat(graph().layer(id("dense"))).isEqualTo(new Dense(24, Activation.RELU));
    }

    @Test
    void connectModeWalksThroughThePortsAndEnterConnects(FxRobot robot) {
        robot.interact(() -> {
            model.actions().addAt(new Add(), new Position(264, 224));
            model.select(Selection.of(id("dense")));
            designer.canvas().requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.E);
        Label hint = robot.lookup(".canvas-hint").query();
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText()).contains("add");
        robot.type(KeyCode.ENTER);

        assertThat(graph().edges()).contains(edge("dense", "add", 0));
    }

    @Test
    void theContextMenuOpensByKeysAndByTheRightButton(FxRobot robot) {
        robot.interact(() -> {
            model.select(Selection.of(id("dense")));
            designer.canvas().requestFocus();
        });
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(robot.lookup("#menu-duplicate").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);

        robot.rightClickOn(on(robot, "output", 30, 30));
        assertThat(model.selection()).isEqualTo(Selection.of(id("output")));
        robot.clickOn("#menu-delete");
        assertThat(graph().node(id("output"))).isEmpty();
    }

    @Test
    void zoomKeepsThePlaceUnderTheMouse(FxRobot robot) {
        Point2D before = on(robot, "dense", 50, 30);
        robot.moveTo(before).press(KeyCode.CONTROL).scroll(5).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(designer.canvas().scaleProperty().get()).isNotEqualTo(1.0);
        assertThat(on(robot, "dense", 50, 30).distance(before)).isLessThan(2);
        robot.interact(designer.canvas()::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(designer.canvas().scaleProperty().get()).isEqualTo(1.0);
    }

    /** Gives the designer a part of the window: the window is that of all tests and keeps its size. */
    private void resize(double width, double height) {
        designer.setMaxSize(width, height);
        Scene scene = designer.getScene();
        if (scene.getRoot() == designer) {
            scene.setRoot(new StackPane());
            scene.setRoot(new StackPane(designer));
        }
    }

    private double offCentre(FxRobot robot) {
        Bounds canvas = designer.canvas().localToScreen(designer.canvas().getBoundsInLocal());
        return Math.abs(middle(robot, "#node-dense").getX() - canvas.getCenterX());
    }

    @Test
    void anOpenedGraphStaysInTheMiddleUntilSomebodyMovesIt(FxRobot robot) {
        assertThat(offCentre(robot)).isLessThan(2);
        robot.interact(() -> resize(944, 640));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(designer.getWidth()).isEqualTo(944);
        assertThat(offCentre(robot)).isLessThan(2);

        robot.interact(designer.canvas()::zoomIn);
        Point2D before = designer.canvas().placeOf(id("dense")).orElseThrow();
        robot.interact(() -> resize(1280, 800));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(designer.canvas().placeOf(id("dense")).orElseThrow()).isEqualTo(before);
    }

    @Test
    void layersAndNumbersAreReadInFullInANarrowWindow(FxRobot robot) {
        robot.interact(() -> {
            designer = Stages.show((Stage) designer.getScene().getWindow(), model);
            resize(944, 640);
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".palette-title .text").queryAllAs(Text.class))
                .hasSizeGreaterThan(30)
                .noneMatch(text -> text.getText().contains("..."));
        TextField rate = robot.lookup("#field-learningRate").queryAs(TextField.class);
        double room = rate.getWidth() - rate.snappedLeftInset() - rate.snappedRightInset();
        assertThat(new Text(rate.getText()).getLayoutBounds().getWidth()).isLessThan(room);
    }
}
