package org.vitrine.app.cli;

import java.util.List;
import java.util.Locale;
import org.vitrine.app.report.Figures;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunState;

/** A bar that is redrawn in the last line of the terminal, with a line above it for each epoch. */
final class BarProgress implements Progress {
    private static final int WIDTH = 24;
    private static final String CLEAR = "\r\u001b[K";
    private static final long REDRAW_NANOS = 80_000_000;

    private final Console console;
    private final PlainProgress lines;
    private final Metric metric;
    private long drawn;

    BarProgress(Console console, Metric metric) {
        this.console = console;
        this.metric = metric;
        this.lines = new PlainProgress(console, metric);
    }

    @Override
    public void update(RunState state, List<TimedEvent> news) {
        boolean worthALine = news.stream().anyMatch(timed -> !(timed.event() instanceof IterationDone));
        long now = System.nanoTime();
        if (!worthALine && now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        console.err().print(CLEAR);
        lines.update(state, news);
        if (!state.status().isOver()) {
            console.err().print(line(state));
        }
        console.err().flush();
    }

    /** The bar as it stands. */
    String line(RunState state) {
        if (state.status() != RunStatus.TRAINING || state.lastIteration().isEmpty()) {
            return CliTexts.get("status." + state.status());
        }
        IterationDone last = state.lastIteration().get();
        int full = (int) Math.round(state.progress() * WIDTH);
        String bar = "=".repeat(full) + (full < WIDTH ? ">" + " ".repeat(WIDTH - full - 1) : "");
        return String.format(
                Locale.ROOT,
                "[%s] %3.0f%%  epoch %d/%d  loss %.4g%s  %.0f/s  ETA %s",
                bar,
                100 * state.progress(),
                last.epoch(),
                state.epochsPlanned(),
                last.loss(),
                measured(last.metric()),
                last.examplesPerSecond(),
                Figures.left(last.etaSeconds()));
    }

    /** Accuracy needs no name; what is only measured after an epoch is left out. */
    private String measured(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String name = metric == Metric.ACCURACY ? "" : CliTexts.get("metric." + metric) + " ";
        return "  " + name + PlainProgress.score(value, metric);
    }

    @Override
    public void end() {
        console.err().print(CLEAR);
        console.err().flush();
    }
}
