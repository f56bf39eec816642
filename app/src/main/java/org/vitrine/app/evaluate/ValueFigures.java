package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.HistogramFigure;
import org.vitrine.charts.evaluation.PointsFigure;
import org.vitrine.charts.evaluation.SeriesFigure;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.evaluation.Residuals;

/** Figures of predicted values; of those that predict several, of one of them. */
public final class ValueFigures {
    private static final int BINS = 30;

    private final Tested tested;

    public ValueFigures(Tested tested) {
        this.tested = tested;
    }

    double[] actual(int value) {
        return column(tested.test().actualValues(), value);
    }

    double[] predicted(int value) {
        return column(tested.test().outputs(), value);
    }

    private static double[] column(float[][] rows, int column) {
        return IntStream.range(0, rows.length).mapToDouble(i -> rows[i][column]).toArray();
    }

    Residuals of(int value) {
        return Residuals.of(actual(value), predicted(value));
    }

    double[] absoluteErrors(int value) {
        return IntStream.range(0, actual(value).length)
                .mapToDouble(i -> Math.abs((double) tested.test().outputs()[i][value]
                        - tested.test().actualValues()[i][value]))
                .toArray();
    }

    public PointsFigure predictedActual(int value, int chosen) {
        return new PointsFigure(
                Texts.get("evaluate.value.actual"),
                Texts.get("evaluate.value.predicted"),
                actual(value),
                predicted(value),
                PointsFigure.Rule.IDENTITY,
                chosen);
    }

    public PointsFigure residuals(int value, int chosen) {
        return new PointsFigure(
                Texts.get("evaluate.value.predicted"),
                Texts.get("evaluate.residual"),
                predicted(value),
                of(value).residual(),
                PointsFigure.Rule.ZERO,
                chosen);
    }

    public HistogramFigure histogram(int value) {
        return new HistogramFigure(
                Texts.get("evaluate.residual"),
                Texts.get("evaluate.counts"),
                of(value).residual(),
                BINS);
    }

    /** Residuals against those of a normal distribution, with the line on which those of their own mean and deviation lie. */
    public PointsFigure quantiles(int value) {
        Residuals residuals = of(value);
        double deviation = residuals.deviation();
        return new PointsFigure(
                Texts.get("evaluate.quantile.normal"),
                Texts.get("evaluate.quantile.residual"),
                residuals.normalQuantiles(),
                residuals.sorted(),
                new PointsFigure.Rule(Double.isNaN(deviation) ? 0 : deviation, residuals.mean()),
                -1);
    }

    /** Whether examples follow each other in time. */
    public boolean forecasts() {
        return tested.dataset().descriptor().task() == Task.FORECASTING;
    }

    /** Forecast and truth so many steps ahead, and the whole forecast of an example. */
    public SeriesFigure forecast(int value, int chosen, int from, int count) {
        int end = Math.min(tested.test().outputs().length, from + count);
        double[] time = IntStream.range(from, end).mapToDouble(i -> i + value).toArray();
        List<SeriesFigure.Line> lines = new ArrayList<>();
        lines.add(new SeriesFigure.Line(
                Texts.get("evaluate.value.actual"), time, part(actual(value), from, end), -1, false));
        lines.add(new SeriesFigure.Line(
                Texts.format("evaluate.forecast.ahead", value + 1), time, part(predicted(value), from, end), 0, false));
        int steps = tested.test().targetNames().size();
        if (chosen >= from && chosen < end && steps > 1) {
            double[] ahead =
                    IntStream.range(0, steps).mapToDouble(k -> chosen + k).toArray();
            double[] all = IntStream.range(0, steps)
                    .mapToDouble(k -> tested.test().outputs()[chosen][k])
                    .toArray();
            lines.add(new SeriesFigure.Line(
                    Texts.format("evaluate.forecast.example", Integer.toString(chosen)), ahead, all, 3, true));
        }
        return new SeriesFigure(
                Texts.get("evaluate.forecast.time"), tested.test().targetNames().get(value), lines);
    }

    private static double[] part(double[] values, int from, int end) {
        return java.util.Arrays.copyOfRange(values, from, end);
    }
}
