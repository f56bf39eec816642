package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.edge;
import static org.vitrine.editor.model.Graphs.id;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.model.ModelGraph;

/** LeNet-5 from an empty canvas to a trainable graph: keys alone, the mouse is never touched. */
@ExtendWith(ApplicationExtension.class)
class KeyboardLeNetTest {
    private static final int MOST_TABS = 40;

    private GraphViewModel model;
    private DesignerView designer;

    @Start
    void start(Stage stage) {
        model = Graphs.model(Graphs.empty(), Graphs.DIGITS);
        designer = Stages.show(stage, model);
        designer.canvas().requestFocus();
    }

    private ModelGraph graph() {
        WaitForAsyncUtils.waitForFxEvents();
        return model.document().graph();
    }

    private static void add(FxRobot robot, String name) {
        robot.write(name).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** From the canvas into the inspector, by Tab to one of its fields. */
    private void toField(FxRobot robot, String field) {
        robot.type(KeyCode.ENTER);
        for (int tabs = 0; tabs < MOST_TABS && !isFocused(field); tabs++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(isFocused(field)).as(field).isTrue();
    }

    private boolean isFocused(String field) {
        WaitForAsyncUtils.waitForFxEvents();
        Node owner = designer.getScene().getFocusOwner();
        return owner != null && ("field-" + field).equals(owner.getId());
    }

    private void set(FxRobot robot, String field, String value) {
        toField(robot, field);
        robot.push(KeyCode.CONTROL, KeyCode.A).write(value);
        back(robot);
    }

    private void back(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(designer.canvas().isFocused()).isTrue();
    }

    @Test
    void lenetIsBuiltConnectedAndSetByKeysAlone(FxRobot robot) {
        add(robot, "input");
        add(robot, "convolution 2d");
        set(robot, "filters", "6");
        set(robot, "kernel", "5");
        add(robot, "pooling 2d");
        add(robot, "convolution 2d");
        set(robot, "kernel", "5");
        toField(robot, "padding");
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        back(robot);
        add(robot, "pooling 2d");
        add(robot, "flatten");
        add(robot, "dense");
        set(robot, "units", "120");
        add(robot, "dense");
        set(robot, "units", "84");
        // The head comes to stand on its own, and is connected.
        robot.type(KeyCode.ESCAPE);
        add(robot, "classification");
        assertThat(model.analysis().isTrainable()).isFalse();
        robot.type(KeyCode.HOME);
        for (int steps = 0; steps < MOST_TABS && !model.selection().equals(Selection.of(id("dense2"))); steps++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.push(KeyCode.CONTROL, KeyCode.E);
        Label hint = robot.lookup(".canvas-hint").query();
        for (int steps = 0; steps < MOST_TABS && !hint.getText().contains("classificationoutput"); steps++) {
            robot.type(KeyCode.RIGHT);
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.type(KeyCode.ENTER);

        ModelGraph graph = graph();
        assertThat(graph.nodes())
                .extracting(org.vitrine.graph.model.Node::layer)
                .containsExactly(
                        new Input(),
                        new Convolution2D(6, 5, 1, 1, Padding.SAME, Activation.RELU),
                        new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
                        new Convolution2D(16, 5, 1, 1, Padding.VALID, Activation.RELU),
                        new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
                        new Flatten(),
                        new Dense(120, Activation.RELU),
                        new Dense(84, Activation.RELU),
                        new ClassificationOutput());
        assertThat(graph.edges())
                .containsExactlyInAnyOrder(
                        edge("input", "convolution2d", 0),
                        edge("convolution2d", "pooling2d", 0),
                        edge("pooling2d", "convolution2d2", 0),
                        edge("convolution2d2", "pooling2d2", 0),
                        edge("pooling2d2", "flatten", 0),
                        edge("flatten", "dense", 0),
                        edge("dense", "dense2", 0),
                        edge("dense2", "classificationoutput", 0));
        assertThat(model.analysis().isTrainable()).isTrue();
        assertThat(model.analysis().parameters()).isEqualTo(61_706);
    }
}
