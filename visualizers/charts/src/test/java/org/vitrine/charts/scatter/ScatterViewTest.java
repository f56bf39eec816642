package org.vitrine.charts.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.DecisionSurface;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.testing.Stages;

class ScatterViewTest {
    private final FxRobot robot = new FxRobot();

    private static ScatterView moons(boolean surface, int classes) {
        Random random = new Random(2);
        int n = 300;
        float[] x = new float[n];
        float[] y = new float[n];
        int[] of = new int[n];
        for (int i = 0; i < n; i++) {
            of[i] = i % classes;
            double angle = random.nextDouble() * Math.PI;
            x[i] = (float) (of[i] - 0.5 + Math.cos(angle) + 0.12 * random.nextGaussian());
            y[i] = (float) ((of[i] % 2 == 0 ? 1 : -1) * (Math.sin(angle) - 0.25) + 0.12 * random.nextGaussian());
        }
        ScatterView view = new ScatterView();
        view.xNameProperty().set("x");
        view.yNameProperty().set("y");
        view.show(
                x,
                y,
                of,
                List.of("first moon", "second moon", "third moon", "fourth moon")
                        .subList(0, classes));
        if (surface) {
            view.surfaceProperty().set(surface());
        }
        return view;
    }

    private static DecisionSurface surface() {
        int side = 60;
        float[] probabilities = new float[side * side * 2];
        for (int i = 0; i < side * side; i++) {
            double px = -2 + 4.5 * (i % side) / side;
            double py = -1.5 + 3.0 * Math.floorDiv(i, side) / side;
            double p = 1 / (1 + Math.exp(-6 * (py - 0.8 * Math.sin(2.2 * (px - 0.2)) * -1)));
            probabilities[2 * i] = (float) p;
            probabilities[2 * i + 1] = (float) (1 - p);
        }
        return new DecisionSurface(Axis.linear(-2, 2.5), Axis.linear(-1.5, 1.5), side, side, 2, probabilities);
    }

    private static RegressionScatterView regression() {
        Random random = new Random(5);
        float[] actual = new float[250];
        float[] predicted = new float[250];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = (float) (150 + 60 * random.nextGaussian());
            predicted[i] = (float) (0.8 * actual[i] + 30 + 20 * random.nextGaussian());
        }
        RegressionScatterView view = new RegressionScatterView();
        view.show(actual, predicted);
        return view;
    }

    private static Point2D onScreen(ScatterPlot view, int index) {
        return Stages.fx(() -> view.canvas()
                .localToScreen(view.frame().pixelX(view.x(index)), view.frame().pixelY(view.y(index))));
    }

    @Test
    void looksRightInBothThemes() {
        Stages.screenshots("scatter", 520, 420, () -> moons(false, 4));
        Stages.screenshots("scatter-surface", 520, 420, () -> moons(true, 2), view -> view.chosenProperty()
                .set(OptionalInt.of(7)));
        Stages.screenshots("scatter-regression", 460, 420, ScatterViewTest::regression);
        Stages.screenshots("scatter-empty", 360, 220, ScatterView::new);
    }

    @Test
    void aClickChoosesAPointAndTheMouseReadsIt() {
        ScatterView view = Stages.show(520, 420, () -> moons(false, 2));
        Point2D place = onScreen(view, 10);
        robot.moveTo(place);
        Stages.until(() -> view.pointLabel().isVisible());
        robot.clickOn(place);
        Stages.until(() -> view.chosenProperty().get().isPresent());
        int chosen = view.chosenProperty().get().getAsInt();
        assertThat(onScreen(view, chosen).distance(place)).isLessThan(3);
        assertThat(view.pointLabel().getText()).startsWith(chosen % 2 == 0 ? "first moon (" : "second moon (");
    }

    @Test
    void theArrowKeysWalkThroughThePoints() {
        RegressionScatterView view = Stages.show(460, 420, ScatterViewTest::regression);
        Stages.fx(view::requestFocus);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);
        Stages.until(() -> view.chosenProperty().get().equals(OptionalInt.of(1)));
        assertThat(view.pointLabel().getText()).startsWith("true ");
    }

    @Test
    void newPointsForgetTheChoice() {
        ScatterView view = Stages.show(520, 420, () -> moons(false, 2));
        Stages.fx(() -> view.chosenProperty().set(OptionalInt.of(299)));
        Stages.fx(() -> view.show(new float[] {1}, new float[] {2}, new int[] {0}, List.of("one")));
        assertThat(view.chosenProperty().get()).isEmpty();
    }

    @Test
    void theSurfaceHasTheWinnersHueAndIsPalerWhereUnsure() {
        DecisionSurface two =
                new DecisionSurface(Axis.linear(0, 1), Axis.linear(0, 1), 2, 1, 2, new float[] {1, 0, 0.45f, 0.55f});
        Picture picture = two.picture(0xFFFFFFFF, false);
        int sure = picture.argb()[0];
        assertThat(sure & 0xFF).isGreaterThan(sure >>> 16 & 0xFF);
        int unsure = picture.argb()[1];
        assertThat(unsure >>> 16 & 0xFF).isGreaterThan(unsure & 0xFF);
        assertThat(unsure & 0xFF).isGreaterThan(200);
        assertThat(Palette.argb(0, false)).isNotEqualTo(sure);
    }

    @Test
    void coordinatesMustPair() {
        RegressionScatterView view = Stages.fx(RegressionScatterView::new);
        assertThatThrownBy(() -> view.show(new float[2], new float[3])).hasMessageContaining("2 and 3");
    }
}
