package org.vitrine.app.train;

import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Series;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.RunEvent.TrainingStarted;

/** The curves of one run, grown from its events. Training is measured per batch, validation per epoch. */
public final class RunCurves {
    private final Series trainLoss;
    private final Series validationLoss;
    private final Series trainMetric;
    private final Series validationMetric;
    private final Series learningRate = new Series(Texts.get("curve.learningRate"), 2, false);
    private final Series rate = new Series(Texts.get("curve.rate"), 3, false);
    private int iterationsPerEpoch = 1;

    public RunCurves() {
        this(Texts.get("curve.train"), Texts.get("curve.validation"), 0, 1);
    }

    private RunCurves(String train, String validation, int trainColor, int validationColor) {
        trainLoss = new Series(train, trainColor, false);
        validationLoss = new Series(validation, validationColor, true);
        trainMetric = new Series(train, trainColor, false);
        validationMetric = new Series(validation, validationColor, true);
    }

    /** The curves of another run to compare with, all in one colour. */
    public static RunCurves of(String title, int color) {
        return new RunCurves(
                Texts.format("curve.of", title, Texts.get("curve.train")),
                Texts.format("curve.of", title, Texts.get("curve.validation")),
                color,
                color);
    }

    /** Takes an event; those without a measurement change nothing. */
    public void add(RunEvent event) {
        if (event instanceof TrainingStarted started) {
            iterationsPerEpoch = Math.max(1, started.iterationsPerEpoch());
        } else if (event instanceof IterationDone done) {
            append(trainLoss, done.iteration(), done.loss());
            append(trainMetric, done.iteration(), done.metric());
            append(learningRate, done.iteration(), done.learningRate());
            append(rate, done.iteration(), done.examplesPerSecond());
        } else if (event instanceof EpochDone done && !Double.isNaN(done.validationLoss())) {
            append(validationLoss, done.iteration(), done.validationLoss());
            append(validationMetric, done.iteration(), done.validationMetric());
        }
    }

    private void append(Series series, int iteration, double value) {
        series.append(iteration, (double) iteration / iterationsPerEpoch, value);
    }

    public Series trainLoss() {
        return trainLoss;
    }

    public Series validationLoss() {
        return validationLoss;
    }

    public Series trainMetric() {
        return trainMetric;
    }

    public Series validationMetric() {
        return validationMetric;
    }

    public Series learningRate() {
        return learningRate;
    }

    /** Examples per second. */
    public Series rate() {
        return rate;
    }
}
