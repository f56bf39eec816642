package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vitrine.peers.Jvm;
import org.vitrine.peers.ReferenceNet;

/** What it costs that a run can be watched. */
record MonitoringCost() implements Section {

    @Override
    public String measure(Path scratch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ReferenceNet net : List.of(ReferenceNet.LENET, ReferenceNet.LSTM, ReferenceNet.ENCODER)) {
            Path folder = Files.createDirectory(scratch.resolve("monitoring-" + net));
            Measured seconds = Measured.by(
                    Jvm.worker(scratch),
                    scratch.resolve("monitoring.log"),
                    MonitoringProcess.class,
                    net.name(),
                    folder.toString());
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | **%+.1f %%** | %.1f %% | %.0f ms |%n",
                    net.title(),
                    seconds.get("on"),
                    seconds.get("off"),
                    100 * (seconds.get("ratio") - 1),
                    100 * seconds.get("share"),
                    1e3 * seconds.get("setUp")));
        }
        return String.format(Locale.ROOT, """
                ## Monitoring

                Three epochs of 60 batches with validation, after a first one, by the worker's trainer, writing events and all
                that is watched (docs/monitoring.md) at the default rates, or nothing but the epochs' ends: seconds of processor
                time over all threads, medians of 5 rounds in turns within one process, and the median of the ratios of
                neighbours. Beside it what watching counted itself, and what it took once, in the first epoch, to build.

                | Network | Watched | Not watched | Cost | Own count | Once |
                |---|---|---|---|---|---|
                %s""", rows);
    }
}
