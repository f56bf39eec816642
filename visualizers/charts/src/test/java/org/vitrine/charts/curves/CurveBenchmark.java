package org.vitrine.charts.curves;

import java.util.Arrays;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.vitrine.charts.testing.Stages;

/** Prints the milliseconds that a frame of the line chart takes, painting and rendering: run it by hand. */
public final class CurveBenchmark {
    private static final int FRAMES = 60;

    private CurveBenchmark() {}

    public static void main(String[] arguments) {
        for (int points : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
            for (double smoothing : new double[] {0, 0.9}) {
                double[] millis = measure(points, smoothing);
                Arrays.sort(millis);
                System.out.printf(
                        "%,9d points, smoothing %.1f: median %.1f ms, 95 %% %.1f ms a frame%n",
                        points, smoothing, millis[FRAMES / 2], millis[FRAMES * 95 / 100]);
            }
        }
        System.exit(0);
    }

    private static double[] measure(int points, double smoothing) {
        LineChartView chart = Stages.show(1000, 500, () -> {
            LineChartView made = new LineChartView();
            made.smoothingProperty().set(smoothing);
            made.getSeries()
                    .addAll(
                            LineChartViewTest.noisy("training", 0, false, points, 0.1),
                            LineChartViewTest.noisy("validation", 0, true, points, 0.2));
            return made;
        });
        double[] millis = new double[FRAMES];
        WritableImage target = new WritableImage(1000, 500);
        for (int frame = -20; frame < FRAMES; frame++) {
            int at = points + 21 + frame;
            double took = Stages.fx(() -> {
                long start = System.nanoTime();
                chart.getSeries().get(0).append(at, at / (points / 10.0), 0.1);
                chart.layout();
                chart.snapshot(new SnapshotParameters(), target);
                return (System.nanoTime() - start) / 1e6;
            });
            if (frame >= 0) {
                millis[frame] = took;
            }
        }
        return millis;
    }
}
