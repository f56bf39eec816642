package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Split;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Network;

/** Tells what leaves a layer for many examples. */
final class LayerOutputs {
    /** Maps with more values are averaged. */
    private static final int MOST_VALUES = 1024;

    private final AnswerFiles files;
    private final Dataset data;
    private final LayerRows rows;

    LayerOutputs(AnswerFiles files, Dataset data, Network network) {
        this.files = files;
        this.data = data;
        this.rows = new LayerRows(network);
    }

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException if there is no such layer or example, in words
     */
    SessionEvent.Activated of(WorkerCommand.Activate question, Progress progress) throws IOException {
        long began = System.nanoTime();
        Split part = data.part(question.part());
        int count = Math.min(question.examples(), part.size());
        if (count < 1) {
            throw new IllegalArgumentException("The part " + question.part() + " has no examples");
        }
        LayerRows.Found found =
                rows.of(part, IntStream.range(0, count).toArray(), question.layer(), MOST_VALUES, progress);
        Path file = files.next("layer.npy");
        Npy.write(file, found.rows());
        return new SessionEvent.Activated(
                question.request(),
                question.layer(),
                files.relative(file),
                count,
                found.rows().shape()[1],
                found.pooled(),
                (System.nanoTime() - began) / 1e9);
    }
}
