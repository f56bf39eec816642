package org.vitrine.app.cli;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.vitrine.app.report.Figures;
import org.vitrine.datasets.download.DownloadMonitor;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadTexts;

/** Shows a download: on a terminal a line that is redrawn, elsewhere a line for each stage and each tenth. */
final class DownloadLines implements DownloadMonitor {
    private static final int WIDTH = 24;
    private static final String CLEAR = "\r\u001b[K";
    private static final long REDRAW_NANOS = 100_000_000;

    private final Console console;
    private final DownloadTexts texts;
    private final BooleanSupplier stopped;
    private long drawn;
    private String said = "";

    DownloadLines(Console console, DownloadTexts texts, BooleanSupplier stopped) {
        this.console = console;
        this.texts = texts;
        this.stopped = stopped;
    }

    @Override
    public void update(DownloadProgress now) {
        if (console.terminal()) {
            long time = System.nanoTime();
            if (time - drawn > REDRAW_NANOS) {
                drawn = time;
                console.err().print(CLEAR + line(now));
                console.err().flush();
            }
            return;
        }
        String tenth = Double.isNaN(now.share()) ? "" : " " + 10 * (int) (now.share() * 10) + "%";
        String line = file(now) + texts.stage(now.stage()) + tenth;
        if (!line.equals(said)) {
            said = line;
            console.say(line);
        }
    }

    /** What the terminal shows. */
    String line(DownloadProgress now) {
        if (Double.isNaN(now.share())) {
            return file(now) + texts.stage(now.stage()) + "  " + DownloadTexts.bytes(now.done());
        }
        int full = (int) Math.round(now.share() * WIDTH);
        String bar = "=".repeat(full) + (full < WIDTH ? ">" + " ".repeat(WIDTH - full - 1) : "");
        String pace = Double.isNaN(now.bytesPerSecond())
                ? ""
                : "  " + DownloadTexts.bytes(Math.round(now.bytesPerSecond())) + "/s  ETA "
                        + Figures.left(now.secondsLeft());
        return String.format(
                Locale.ROOT, "%s[%s] %3.0f%%  %s%s", file(now), bar, 100 * now.share(), texts.stage(now.stage()), pace);
    }

    private static String file(DownloadProgress now) {
        return (now.count() > 1 ? now.number() + "/" + now.count() + " " : "") + now.file() + "  ";
    }

    @Override
    public boolean cancelled() {
        return stopped.getAsBoolean();
    }

    /** Takes back what would be redrawn. */
    void end() {
        if (console.terminal()) {
            console.err().print(CLEAR);
            console.err().flush();
        }
    }
}
