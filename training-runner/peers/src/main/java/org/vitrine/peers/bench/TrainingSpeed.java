package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.peers.ReferenceNet;

/** Training steps of the reference networks in all engines. */
record TrainingSpeed(List<ReferenceNet> nets) implements Section {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingSpeed.class);

    @Override
    public String measure(Path scratch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ReferenceNet net : nets) {
            String row = row(Race.run(net, EnumSet.allOf(EngineKind.class), scratch));
            LOG.info("{}", row.strip());
            rows.append(row);
        }
        return String.format(Locale.ROOT, """
            ## Training

            Examples per second, batches of 64 in memory, Adam, single precision. Medians of 5 rounds; in each round every engine
            trains for 2 seconds, one after the other in changing order, each in a process of its own that lives from the first
            round to the last and was warmed up for 5 seconds. A ratio is the median of the rounds' ratios: above 1, Vitrine is
            faster.

            | Network | Vitrine | plain DL4J | PyTorch | PyTorch, one thread | to DL4J | to PyTorch | work |
            |---|---|---|---|---|---|---|---|
            %s
            - **Vitrine**: the worker's training step (gradients, their norm, update), in a JVM with the options and the environment
              that the launcher gives to workers.
            - **Plain DL4J** 1.0.0-M2.1: stock layers and `fit`, no settings, on the same native library. It has no GRU; its
              Transformers lack layer normalisation, positions and the causal mask, so they do less work, and their gradients are
              wrong ([0002](decisions/0002-own-layers.md)).
            - **PyTorch** 2.7.1 through DJL 0.35.1: its fused operations, DJL's Adam, no settings, so one thread for each core.
            - **Work**: examples for each second of processor time, over all threads of the process, compared to
              PyTorch told to use one thread. It tells who computes with less effort, and hardly depends on what else the
              machine does; the other ratios do, since PyTorch and DL4J let threads spin that wait for each other.
            """, rows);
    }

    private static String row(Race race) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %s | %.0f | %.0f | %s | **%.2f** | %.2f |%n",
                race.net().title(),
                race.median(EngineKind.VITRINE, Slice::perSecond),
                race.has(EngineKind.DEEPLEARNING4J)
                        ? String.format(Locale.ROOT, "%.0f", race.median(EngineKind.DEEPLEARNING4J, Slice::perSecond))
                        : "–",
                race.median(EngineKind.PYTORCH, Slice::perSecond),
                race.median(EngineKind.PYTORCH_ONE_THREAD, Slice::perSecond),
                race.has(EngineKind.DEEPLEARNING4J)
                        ? String.format(Locale.ROOT, "%.1f", race.ratio(EngineKind.DEEPLEARNING4J, Slice::perSecond))
                        : "–",
                race.ratio(EngineKind.PYTORCH, Slice::perSecond),
                race.ratio(EngineKind.PYTORCH_ONE_THREAD, Slice::perCpuSecond));
    }
}
