package org.vitrine.charts.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.testing.Stages;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;

class LineChartViewTest {
    private final FxRobot robot = new FxRobot();

    static Series noisy(String name, int color, boolean dashed, int n, double level) {
        Series series = new Series(name, color, dashed);
        Random random = new Random(7 + color);
        for (int i = 1; i <= n; i++) {
            double value = 2.3 * Math.exp(-4.0 * i / n) + level + 0.1 * random.nextGaussian() * Math.exp(-2.0 * i / n);
            if (!dashed || i % (n / 10) == 0) {
                series.append(i, i / (n / 10.0), i == n / 2 && !dashed ? Double.NaN : Math.abs(value));
            }
        }
        return series;
    }

    private static LineChartView chart() {
        LineChartView chart = new LineChartView();
        chart.valueNameProperty().set("Loss (cross entropy)");
        chart.getSeries().addAll(noisy("training", 0, false, 3000, 0.1), noisy("validation", 0, true, 3000, 0.2));
        return chart;
    }

    private static LineChartView comparison() {
        LineChartView chart = new LineChartView();
        for (int run = 0; run < 4; run++) {
            chart.getSeries()
                    .addAll(
                            noisy("run " + (run + 1) + ", training", run, false, 2000 + 100 * run, 0.1 + 0.3 * run),
                            noisy("run " + (run + 1) + ", validation", run, true, 2000 + 100 * run, 0.2 + 0.3 * run));
        }
        chart.smoothingProperty().set(0.9);
        chart.logarithmicProperty().set(true);
        chart.xModeProperty().set(XMode.EPOCH);
        chart.valueNameProperty().set("Loss");
        return chart;
    }

    private static Point2D onScreen(LineChartView chart, double x) {
        return Stages.fx(() -> {
            Canvas canvas = chart.canvas();
            return canvas.localToScreen(
                    chart.frame().pixelX(x), chart.frame().top() + chart.frame().height() / 2);
        });
    }

    @Test
    void looksRightInBothThemes() {
        Picture dark = Stages.screenshots("line-chart", 800, 420, LineChartViewTest::chart);
        int blue = Palette.argb(0, true);
        assertThat(Arrays.stream(dark.argb()).filter(p -> p == blue).count()).isGreaterThan(200);
        Stages.screenshots("line-chart-comparison", 800, 420, LineChartViewTest::comparison);
        Stages.screenshots("line-chart-empty", 480, 260, LineChartView::new);
        Stages.screenshots("line-chart-small", 300, 220, LineChartViewTest::chart);
        Stages.screenshots("line-chart-accuracy", 640, 320, () -> {
            LineChartView chart = new LineChartView();
            Series series = new Series("accuracy", 1, false);
            for (int i = 1; i <= 12; i++) {
                series.append(i * 100, i, 1 - 0.6 * Math.exp(-i / 2.5));
            }
            chart.getSeries().add(series);
            chart.percentProperty().set(true);
            chart.expectedEndProperty().set(20);
            chart.xModeProperty().set(XMode.EPOCH);
            chart.valueNameProperty().set("Accuracy");
            return chart;
        });
    }

    @Test
    void theCrosshairShowsTheValueOfEachCurve() {
        Stages.screenshots("line-chart-crosshair", 800, 420, LineChartViewTest::chart, chart -> {
            chart.requestFocus();
            for (int i = 0; i < 30; i++) {
                Event.fireEvent(
                        chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
            }
            assertThat(chart.lookup(".readout").isVisible()).isTrue();
        });
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::chart);
        robot.moveTo(onScreen(chart, 1000));
        Node readout = chart.lookup(".readout");
        Stages.until(readout::isVisible);
        assertThat(robot.from(readout).lookup(".label").queryAllAs(javafx.scene.control.Label.class))
                .extracting(javafx.scene.control.Label::getText)
                .contains("training", "validation")
                .anyMatch(text -> text.startsWith("Iteration 1\u2009") || text.equals("Iteration 999"));
    }

    @Test
    void dragZoomsAndDoubleClickShowsEverythingAgain() {
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::chart);
        robot.drag(onScreen(chart, 500), MouseButton.PRIMARY).dropTo(onScreen(chart, 1500));
        Stages.until(chart::isZoomed);
        Stages.until(() -> chart.frame().x().max() < 1600);
        assertThat(chart.frame().x().min()).isCloseTo(500, within(15.0));
        assertThat(chart.frame().x().max()).isCloseTo(1500, within(15.0));
        robot.moveTo(onScreen(chart, 1000)).doubleClickOn(MouseButton.PRIMARY);
        Stages.until(() -> !chart.isZoomed());
    }

    @Test
    void escapeResetsTheZoomToo() {
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::chart);
        Stages.fx(() -> {
            chart.requestFocus();
            chart.zoomTo(10, 20);
        });
        robot.push(KeyCode.ESCAPE);
        Stages.until(() -> !chart.isZoomed());
    }

    @Test
    void aClickInTheLegendHidesACurve() {
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::chart);
        ToggleButton button = robot.from(chart).lookup(".legend-entry").queryAs(ToggleButton.class);
        robot.clickOn(button);
        Stages.until(
                () -> !chart.isShown(chart.getSeries().get(0)) && chart.layers().size() == 1);
        robot.clickOn(button);
        Stages.until(
                () -> chart.isShown(chart.getSeries().get(0)) && chart.layers().size() == 2);
    }

    @Test
    void appendingRepaintsByItselfAndLeavesAxesAloneWithinTheirRange() {
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::chart);
        var before = chart.frame();
        Series training = chart.getSeries().get(0);
        Stages.fx(() -> training.append(3001, 10.1, 99));
        Stages.until(() -> chart.frame().y().max() >= 99);
        Stages.fx(() -> training.append(3002, 10.2, 5));
        Stages.until(() -> chart.layers().get(0).raw().size() == 3002);
        assertThat(chart.frame().x().min()).isEqualTo(before.x().min());
        var grown = chart.frame();
        Stages.fx(() -> training.append(3003, 10.2, 5));
        assertThat(chart.frame()).isEqualTo(grown);
    }

    private static Picture printed(LineChartView chart) {
        BufferedImage image = new Print("All runs", 640, 360, Theme.WHITE, Stages.fx(chart::figure)).image(1);
        return new Picture(640, 360, image.getRGB(0, 0, 640, 360, null, 0, 640));
    }

    @Test
    void theExportHasTheShownCurves() {
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::comparison);
        Picture all = printed(chart);
        Stages.fx(() -> chart.getSeries().forEach(series -> chart.setShown(series, series.color() == 0)));
        Picture one = printed(chart);
        int orange = Palette.argb(1, false);
        assertThat(Arrays.stream(all.argb()).filter(p -> p == orange).count()).isGreaterThan(100);
        assertThat(Arrays.stream(one.argb()).filter(p -> p == orange).count()).isZero();
    }

    @Test
    void aScreenReaderHearsTheLastValues() {
        LineChartView chart = Stages.show(800, 420, LineChartViewTest::chart);
        assertThat(chart.description()).contains("2 curves", "training: 3000 points", "validation: 10 points");
    }
}
