package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.model.Selection;

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
