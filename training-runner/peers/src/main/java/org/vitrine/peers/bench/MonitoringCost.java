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
        for (ReferenceNet net : List.of(ReferenceNet.LENET, ReferenceNet.CIFAR)) {
            Path folder = Files.createDirectory(scratch.resolve("monitoring-" + net));
            Measured seconds = Measured.by(
                    Jvm.worker(scratch),
                    scratch.resolve("monitoring.log"),
                    MonitoringProcess.class,
                    net.name(),
                    folder.toString());
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | **%.1f %%** |%n",
                    net.title(),
                    1e3 * seconds.get("on"),
                    1e3 * seconds.get("off"),
                    100 * (seconds.get("on") / seconds.get("off") - 1)));
        }
        return String.format(Locale.ROOT, """
                ## Monitoring

                Epochs of 60 batches by the worker's trainer, writing events to a file at the default rate or only at the epoch's
                end: milliseconds of processor time over all threads, medians of 5 rounds in turns within one process. Building
                the network and the last checkpoint are included in both.

                | Network | Watched | Not watched | Cost |
                |---|---|---|---|
                %s""", rows);
    }
}
