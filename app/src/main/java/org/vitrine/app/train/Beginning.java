package org.vitrine.app.train;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunState;

/** Why a run that was started shows nothing yet. */
public final class Beginning {
    private Beginning() {}

    /**
     * What a run waits for, as a sentence or two; empty once it trains, or without a run.
     *
     * @param shown the run
     * @param runs all runs of this machine
     */
    public static String text(Optional<RunDirectory> shown, RunState state, List<RunEntry> runs) {
        if (shown.isEmpty()) {
            return "";
        }
        if (state.status() == RunStatus.QUEUED) {
            return queued(before(shown.get(), state, runs));
        }
        boolean starts = state.isLive() && state.iterationsDone() == 0;
        return starts ? Texts.get("train.starting") : "";
    }

    private static String queued(List<RunEntry> before) {
        if (before.isEmpty()) {
            return Texts.get("train.queued");
        }
        String first = before.get(0).title();
        return before.size() == 1
                ? Texts.format("train.queued.one", first)
                : Texts.format("train.queued.more", first, before.size() - 1);
    }

    /** The runs on the same device that are under way, and those that were queued before. */
    private static List<RunEntry> before(RunDirectory shown, RunState state, List<RunEntry> runs) {
        Instant since = state.queuedAt().orElse(Instant.MAX);
        Optional<Device> device = runs.stream()
                .filter(run -> run.directory().equals(shown))
                .findFirst()
                .flatMap(RunEntry::record)
                .map(RunRecord::device);
        return runs.stream()
                .filter(run -> !run.directory().equals(shown) && run.problem().isEmpty())
                .filter(run ->
                        device.isEmpty() || run.record().map(RunRecord::device).equals(device))
                .filter(run -> run.state().isLive()
                        || (run.state().status() == RunStatus.QUEUED
                                && run.state().queuedAt().orElse(Instant.MAX).isBefore(since)))
                .sorted(java.util.Comparator.comparing(run -> run.state().isLive()
                        ? Instant.MIN
                        : run.state().queuedAt().orElse(Instant.MAX)))
                .toList();
    }
}
