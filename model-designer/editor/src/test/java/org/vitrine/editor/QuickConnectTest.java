package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.edge;
import static org.vitrine.editor.model.Graphs.id;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Position;

@ExtendWith(ApplicationExtension.class)
class QuickConnectTest {
    private Stage stage;
    private GraphViewModel model;
    private DesignerView designer;

    @Start
    void start(Stage shown) {
        stage = shown;
        model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        designer = Stages.show(shown, model);
    }

    private ModelGraph graph() {
        WaitForAsyncUtils.waitForFxEvents();
        return model.document().graph();
    }

    private static Point2D on(FxRobot robot, String name, double x, double y) {
        return robot.lookup("#node-" + name).query().localToScreen(x, y);
    }

    private boolean isOpen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#quick-search").query().getParent().isVisible();
    }

    @Test
    void anEdgeDroppedOnNothingAsksWhichLayerShallStandThere(FxRobot robot) {
        Point2D there = on(robot, "dense", -160, 150);
        robot.moveTo(on(robot, "dense", NodeMetrics.outputX(), NodeMetrics.HEIGHT))
                .press(MouseButton.PRIMARY)
                .moveTo(there.add(20, 20))
                .moveTo(there)
                .release(MouseButton.PRIMARY);
        assertThat(isOpen(robot)).isTrue();
        Stages.picture(stage, "designer-quick");

        robot.write("drop").type(KeyCode.ENTER);

        assertThat(graph().edges()).contains(edge("dense", "dropout", 0), edge("dense", "output", 0));
        assertThat(isOpen(robot)).isFalse();
        assertThat(model.selection()).isEqualTo(Selection.of(id("dropout")));
        Position place = Optional.ofNullable(model.document().layout().get(id("dropout")))
                .orElseThrow();
        assertThat(place.x()).isLessThan(0);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.document()).isEqualTo(Graphs.mlp());
    }

    @Test
    void typingOnAChosenLayerInsertsBehindIt(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        robot.write("drop");
        assertThat(robot.lookup("#quick-search").queryAs(TextField.class).getText())
                .isEqualTo("drop");
        robot.type(KeyCode.ENTER);

        assertThat(graph().edges())
                .containsExactlyInAnyOrder(
                        edge("input", "dense", 0), edge("dense", "dropout", 0), edge("dropout", "output", 0));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.document()).isEqualTo(Graphs.mlp());
    }

    @Test
    void insertOpensTheListAndEscapeLeavesEverythingAsItWas(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30));
        robot.type(KeyCode.INSERT);
        assertThat(isOpen(robot)).isTrue();
        robot.type(KeyCode.DOWN).type(KeyCode.ESCAPE);

        assertThat(isOpen(robot)).isFalse();
        assertThat(model.document()).isEqualTo(Graphs.mlp());
        assertThat(designer.canvas().isFocused()).isTrue();
    }

    @Test
    void aDoubleClickOnAnEdgeInsertsIntoIt(FxRobot robot) {
        robot.doubleClickOn(on(robot, "input", NodeMetrics.WIDTH / 2, NodeMetrics.HEIGHT + 12));
        assertThat(isOpen(robot)).isTrue();
        robot.write("activation").type(KeyCode.ENTER);

        assertThat(graph().edges()).contains(edge("input", "activation", 0), edge("activation", "dense", 0));
    }

    @Test
    void aDoubleClickOnThePaperAddsALayerThere(FxRobot robot) {
        robot.doubleClickOn(on(robot, "dense", -200, 100));
        assertThat(isOpen(robot)).isTrue();
        robot.write("dense").type(KeyCode.ENTER);

        assertThat(graph().edges()).hasSize(2);
        Position place =
                Optional.ofNullable(model.document().layout().get(id("dense2"))).orElseThrow();
        assertThat(place.x()).isLessThan(-200);
    }

    @Test
    void aClickElsewhereClosesTheList(FxRobot robot) {
        robot.clickOn(on(robot, "dense", 30, 30)).type(KeyCode.INSERT);
        robot.clickOn(on(robot, "output", 30, 30));

        assertThat(isOpen(robot)).isFalse();
        assertThat(model.document()).isEqualTo(Graphs.mlp());
    }
}
