package org.vitrine.app.cli;

import java.util.List;
import java.util.Locale;
import org.vitrine.app.report.Figures;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunState;

/** A line for each epoch and each change: for logs and pipes. */
final class PlainProgress implements Progress {
    private static final long BETWEEN_NANOS = 500_000_000;

    private final Console console;
    private final Metric metric;
    private long saidAt;
    private RunStatus told = RunStatus.QUEUED;

    PlainProgress(Console console, Metric metric) {
        this.console = console;
        this.metric = metric;
    }

    @Override
    public void update(RunState state, List<TimedEvent> news) {
        for (TimedEvent timed : news) {
            if (timed.event() instanceof EpochDone done) {
                say(done, state.epochsPlanned());
            } else if (timed.event() instanceof RunEvent.StoppedEarly early) {
                console.say(CliTexts.format("early", early.epoch(), early.bestEpoch()));
            } else if (timed.event() instanceof RunEvent.BestRestored best) {
                console.say(CliTexts.format("best", best.epoch(), number(best.validationLoss())));
            } else if (timed.event() instanceof RunEvent.GuaranteesGiven given && !given.exactResume()) {
                console.say(CliTexts.format("inexact", given.why()));
            } else if (timed.event() instanceof RunEvent.DeviceFellBack fallback) {
                console.say(CliTexts.format("fallback", fallback.wished(), fallback.used(), fallback.reason()));
            }
        }
        if (state.status() != told && !state.status().isOver()) {
            told = state.status();
            console.say(CliTexts.get("status." + told));
        }
    }

    /** Of epochs that take no time only some are told, and always the last. */
    private void say(EpochDone done, int planned) {
        long now = System.nanoTime();
        if (saidAt == 0 || done.epoch() >= planned || now - saidAt > BETWEEN_NANOS) {
            saidAt = now;
            console.say(epoch(done, planned));
        }
    }

    /** One epoch in one line. */
    String epoch(EpochDone done, int planned) {
        String train = figures("train", done.trainLoss(), done.trainMetric());
        String validation = Double.isNaN(done.validationLoss())
                ? ""
                : "  " + figures("validation", done.validationLoss(), done.validationMetric());
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  %s%s  %s",
                done.epoch(),
                planned,
                train,
                validation,
                Figures.seconds(done.seconds()));
    }

    private String figures(String name, double loss, double value) {
        String measured =
                Double.isNaN(value) ? "" : " " + CliTexts.get("metric." + metric) + " " + score(value, metric);
        return String.format(Locale.ROOT, "%s loss %.4g%s", name, loss, measured);
    }

    static String score(double value, Metric metric) {
        return metric.isShare() ? percent(value) : number(value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    public void end() {
        // Each line stands for itself.
    }
}
