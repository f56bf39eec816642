package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.vitrine.peers.Jvm;

/** What explanations cost beside training. */
record ExplanationSpeed() implements Section {

    @Override
    public String measure(Path scratch) throws IOException {
        Measured seconds =
                Measured.by(Jvm.worker(scratch), scratch.resolve("explanation.log"), ExplanationProcess.class);
        return String.format(
                Locale.ROOT,
                """
                ## Explanations

                LeNet 28×28, medians of 5 rounds in turns within one process.

                | What | Milliseconds | Beside |
                |---|---|---|
                | A training step, batch of 64 | %.1f | |
                | Gradients at the inputs, batch of 64 | %.1f | **%.2f** of a training step |
                | 50 points of an Integrated Gradients path in one pass | %.1f | |
                | The same points one by one | %.1f | **%.1f** times the pass |
                | Integrated Gradients of one example, 50 steps or more, with its check | %.1f | |
                """,
                1e3 * seconds.get("step"),
                1e3 * seconds.get("input"),
                seconds.get("input") / seconds.get("step"),
                1e3 * seconds.get("batched"),
                1e3 * seconds.get("single"),
                seconds.get("single") / seconds.get("batched"),
                1e3 * seconds.get("integrated"));
    }
}
