package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.model.Position;

@ExtendWith(ApplicationExtension.class)
class DesignerPicturesTest {
    private Stage stage;
    private GraphViewModel model;
    private DesignerView designer;

    @Start
    void start(Stage shown) {
        stage = shown;
        model = Graphs.model(Graphs.lenet(), Graphs.DIGITS);
        designer = Stages.show(shown, model);
    }

    @Test
    void lenet(FxRobot robot) {
        robot.interact(() -> model.select(Selection.of(Graphs.id("conv2"))));
        picture("designer-lenet");
        robot.interact(() -> {
            model.clearSelection();
            designer.canvas().fit();
        });
        picture("designer-lenet-fit");
    }

    @Test
    void transformer(FxRobot robot) {
        robot.interact(() -> model.load(Graphs.transformer(), Optional.of(Graphs.TEXT)));
        robot.interact(() -> model.select(Selection.of(Graphs.id("attention1"))));
        picture("designer-transformer");
        robot.interact(() -> {
            model.clearSelection();
            designer.canvas().fit();
        });
        picture("designer-transformer-fit");
    }

    @Test
    void problemsAndTheirFixes(FxRobot robot) {
        robot.interact(() -> {
            model.select(Selection.of(Graphs.id("flatten")));
            model.actions().delete();
            model.actions().addAt(new Concatenate(), new Position(272, 224));
            model.actions().connect(Graphs.edge("conv1", "concatenate", 0));
            model.actions().connect(Graphs.edge("dense1", "concatenate", 1));
            model.actions().addAt(new Lstm(32), new Position(272, 448));
            model.actions().connect(Graphs.edge("concatenate", "lstm", 0));
            designer.canvas().fit();
        });
        picture("designer-problems");
    }

    @Test
    void severalChosenWhileConnecting(FxRobot robot) {
        robot.interact(() -> {
            model.select(Selection.of(Graphs.id("conv1")));
            model.actions().addAt(new Add(), new Position(272, 224));
            model.select(Selection.of(Graphs.id("pool1")));
            designer.canvas().requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.E);
        picture("designer-connect");
        robot.type(KeyCode.ESCAPE);
        robot.interact(model::selectAll);
        picture("designer-many");
    }

    @Test
    void emptyCanvasTeachesWhatToDo(FxRobot robot) {
        robot.interact(() -> model.load(Graphs.empty(), Optional.of(Graphs.DIGITS)));
        picture("designer-empty");
    }

    @Test
    void rightAngledEdges(FxRobot robot) {
        robot.interact(() -> {
            model.load(Graphs.transformer(), Optional.of(Graphs.TEXT));
            designer.setEdgeStyle(EdgeStyle.ORTHOGONAL);
        });
        picture("designer-orthogonal");
    }

    @Test
    void largeGraphsAsBoxesWithNamesAndAsBoxes(FxRobot robot) {
        robot.interact(() -> model.load(Graphs.wide(), Optional.of(Graphs.TABLE)));
        robot.interact(() -> {
            designer.canvas().zoomToLifeSize();
            for (int i = 0; i < 5; i++) {
                designer.canvas().zoomOut();
            }
            model.select(Selection.of(Graphs.id("dense4-2")));
        });
        picture("designer-names");
        robot.interact(designer.canvas()::fit);
        picture("designer-boxes");
    }

    @Test
    void largerTextForTheWholeWindow(FxRobot robot) {
        for (int percent : new int[] {150, 200}) {
            robot.interact(() -> {
                designer.setStyle("-fx-font-family: Inter; -fx-font-size: " + 14 * percent / 100 + "px;");
                model.select(Selection.of(Graphs.id("conv1")));
                designer.canvas().requestFocus();
            });
            robot.type(KeyCode.INSERT);
            picture("designer-" + percent);
            robot.type(KeyCode.ESCAPE);
        }
    }

    private void picture(String name) {
        Stages.picture(stage, name);
        for (String theme : new String[] {"light", "dark"}) {
            Path file = Path.of("target", "screenshots", name + "-" + theme + ".png");
            assertThat(file).exists();
            assertThat(sizeOf(file)).isGreaterThan(20_000);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
