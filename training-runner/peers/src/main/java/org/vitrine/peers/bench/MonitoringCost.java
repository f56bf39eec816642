package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vitrine.peers.Jvm;
import org.vitrine.peers.ReferenceNet;

/**
 * What it costs that a run can be watched, and how many pictures a second the playground gets for it.
 *
 * @param playground a project whose model has two inputs
 */
record MonitoringCost(Path playground) implements Section {

    @Override
    public String measure(Path scratch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ReferenceNet net : List.of(ReferenceNet.LENET, ReferenceNet.LSTM, ReferenceNet.ENCODER)) {
            Path folder = Files.createDirectory(scratch.resolve("monitoring-" + net));
            Measured measured = Measured.by(
                    Jvm.worker(scratch),
                    scratch.resolve("monitoring.log"),
                    MonitoringProcess.class,
                    net.name(),
                    folder.toString());
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | **%+.1f %%** ± %.1f | %+.1f %% ± %.1f | %.1f %% | %.0f ms |%n",
                    net.title(),
                    1e3 * measured.get("on"),
                    1e3 * measured.get("off"),
                    100 * (measured.get("processor") - 1),
                    100 * measured.get("processorError"),
                    100 * (measured.get("clock") - 1),
                    100 * measured.get("clockError"),
                    100 * measured.get("share"),
                    1e3 * measured.get("once")));
        }
        return String.format(Locale.ROOT, """
                ## Monitoring

                Two trainings in one process take turns of 20 iterations for 90 seconds, once both are warm: one is watched and
                reports as by default (docs/monitoring.md), the other one writes nothing. Milliseconds of processor time over all
                threads for an iteration, validation after each epoch of 60 batches included; the mean ratio of blocks of 120
                iterations, without the tenth at each end, with its standard error; the same by the clock. Beside it what the watch
                took by the clock within the training's thread, and in the first 60 iterations, when Java loads and compiles it.

                | Network | Watched | Not watched | Cost | By the clock | In its thread | Once |
                |---|---|---|---|---|---|---|
                %s
                %s""", rows, PlaygroundRate.measure(playground, scratch));
    }
}
