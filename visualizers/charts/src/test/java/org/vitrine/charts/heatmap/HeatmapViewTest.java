package org.vitrine.charts.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.charts.testing.Samples;
import org.vitrine.charts.testing.Stages;

class HeatmapViewTest {
    private final FxRobot robot = new FxRobot();

    private static HeatmapView view() {
        HeatmapView view = new HeatmapView();
        view.imageProperty().set(Samples.ring(28));
        view.relevanceProperty().set(Samples.halves(28));
        return view;
    }

    private static HeatmapGrid grid() {
        HeatmapGrid grid = new HeatmapGrid();
        grid.imageProperty().set(Samples.ring(28));
        float[] absolute = Samples.halves(28).values().clone();
        for (int i = 0; i < absolute.length; i++) {
            absolute[i] = Math.abs(absolute[i]) * 40;
        }
        grid.getMaps()
                .addAll(
                        new MethodMap("saliency", "Saliency", "", new Relevance(28, 28, absolute, false)),
                        new MethodMap("ig", "Integrated Gradients", "gap 0.4%", Samples.halves(28)),
                        new MethodMap("grad-cam", "Grad-CAM", "layer conv2", Samples.halves(7)),
                        new MethodMap("occlusion", "Occlusion", "", Samples.halves(14)));
        grid.chosenProperty().set("ig");
        return grid;
    }

    @Test
    void looksRightInBothThemes() {
        Stages.screenshots("heatmap", 520, 420, HeatmapViewTest::view);
        Stages.screenshots("heatmap-smooth-rgb", 640, 360, () -> {
            HeatmapView view = new HeatmapView();
            float[] values = new float[3 * 20 * 32];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i / 640 == 0 ? i % 32 / 31f : i / 640 == 1 ? (i % 640 - i % 32) / 608f : 0.4f);
            }
            view.imageProperty().set(new Raster(3, 20, 32, values));
            float[] absolute = Samples.halves(8).values().clone();
            for (int i = 0; i < absolute.length; i++) {
                absolute[i] = Math.abs(absolute[i]);
            }
            view.relevanceProperty().set(new Relevance(8, 8, absolute, false));
            view.smoothProperty().set(true);
            view.overlayOpacityProperty().set(0.6);
            return view;
        });
        Stages.screenshots("heatmap-empty", 400, 240, HeatmapView::new);
        Stages.screenshots("heatmap-grid", 800, 300, HeatmapViewTest::grid);
    }

    @Test
    void keepsTheProportionsOfTheImage() {
        HeatmapView view = Stages.show(700, 400, () -> {
            HeatmapView made = new HeatmapView();
            made.imageProperty().set(new Raster(1, 10, 40, new float[400]));
            return made;
        });
        Node picture = view.lookup(".picture-view");
        assertThat(picture.getLayoutBounds().getWidth()
                        / picture.getLayoutBounds().getHeight())
                .isCloseTo(4, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void theMouseShowsTheValueUnderIt() {
        HeatmapView view = Stages.show(520, 420, HeatmapViewTest::view);
        robot.moveTo(view.lookup(".picture-view"));
        Stages.until(() -> ((javafx.scene.control.Label) view.lookup(".hover-value"))
                .getText()
                .matches("Row 1[45], column 1[45]: .+"));
    }

    @Test
    void theOpacityChangesThePictureAndTheSharedScaleWins() {
        HeatmapView view = Stages.show(520, 420, HeatmapViewTest::view);
        Picture strong = Stages.fx(() -> view.picture(56, 56));
        Stages.fx(() -> view.overlayOpacityProperty().set(0));
        Picture plain = Stages.fx(() -> view.picture(56, 56));
        assertThat(plain.argb()).isNotEqualTo(strong.argb());
        assertThat(plain.argb()[0]).isEqualTo(0xFF000000);
        ColorScale shared = ColorScale.diverging(100, new float[] {-9});
        Stages.fx(() -> view.scaleProperty().set(shared));
        assertThat(view.shownScale().max()).isEqualTo(9);
        assertThat(Stages.fx(() -> view.export("Title", 100)).width()).isGreaterThan(100);
    }

    @Test
    void aClickOrTheKeyboardChoosesAMethod() {
        HeatmapGrid grid = Stages.show(800, 320, HeatmapViewTest::grid);
        VBox[] tiles = grid.lookupAll(".tile").toArray(VBox[]::new);
        robot.clickOn(tiles[2]);
        Stages.until(() -> grid.chosenProperty().get().equals("grad-cam"));
        Stages.fx(() -> tiles[0].requestFocus());
        robot.push(KeyCode.SPACE);
        Stages.until(() -> grid.chosenProperty().get().equals("saliency"));
    }

    @Test
    void sharedScalesAreSharedAmongMapsOfTheSameKind() {
        HeatmapGrid grid = Stages.show(800, 320, HeatmapViewTest::grid);
        Stages.fx(() -> grid.sharedScaleProperty().set(true));
        double[] maxima = grid.lookupAll(".heatmap-view").stream()
                .mapToDouble(node -> ((HeatmapView) node).shownScale().max())
                .toArray();
        assertThat(maxima[1]).isEqualTo(maxima[2]).isEqualTo(maxima[3]);
        assertThat(maxima[0]).isGreaterThan(maxima[1]);
    }
}
