package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vitrine.peers.Jvm;
import org.vitrine.peers.ReferenceNet;

/** What it costs to time each layer, which runs do in twenty iterations. */
record LayerTimingCost() implements Section {

    @Override
    public String measure(Path scratch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ReferenceNet net : List.of(ReferenceNet.LENET, ReferenceNet.ENCODER)) {
            Measured seconds = Measured.by(
                    Jvm.worker(scratch), scratch.resolve("timing.log"), LayerTimingProcess.class, net.name());
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | **%+.1f %%** |%n",
                    net.title(),
                    1e3 * seconds.get("timed"),
                    1e3 * seconds.get("plain"),
                    100 * (seconds.get("timed") / seconds.get("plain") - 1)));
        }
        return """
                ## Times of layers

                Twenty iterations of a run have a clock at each layer. Milliseconds of processor time an iteration,
                medians of 5 rounds in turns within one process.

                | Network | Timed | Not timed | Cost |
                |---|---|---|---|
                """ + rows;
    }
}
