package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.peers.ReferenceNet;

/** Processor time of our training steps beside PyTorch on one thread: can be told on a busy machine. */
record WorkSpeed() implements Section {
    private static final Logger LOG = LoggerFactory.getLogger(WorkSpeed.class);

    @Override
    public String measure(Path scratch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ReferenceNet net : ReferenceNet.values()) {
            Race race = Race.run(net, EnumSet.of(EngineKind.VITRINE, EngineKind.PYTORCH_ONE_THREAD), scratch);
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | **%.2f** |%n",
                    net.title(),
                    race.median(EngineKind.VITRINE, Slice::perCpuSecond),
                    race.median(EngineKind.PYTORCH_ONE_THREAD, Slice::perCpuSecond),
                    race.ratio(EngineKind.PYTORCH_ONE_THREAD, Slice::perCpuSecond));
            LOG.info("{}", row.strip());
            rows.append(row);
        }
        return String.format(Locale.ROOT, """
                ## Work

                Examples for each second of processor time, over all threads of the process.

                | Network | Vitrine | PyTorch, one thread | ratio |
                |---|---|---|---|
                %s""", rows);
    }
}
