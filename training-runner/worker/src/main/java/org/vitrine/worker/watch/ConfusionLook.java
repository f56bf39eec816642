package org.vitrine.worker.watch;

import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.OutputTaker;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.network.Scores;

/** Counts predictions on the validation part by class while they are made anyway. */
final class ConfusionLook implements OutputTaker {
    private static final int MOST_CLASSES = 60;

    private final WatchWriter writer;
    private final ScoredObjective objective;
    private final int classes;
    private float[] counts;

    private ConfusionLook(WatchWriter writer, ScoredObjective objective, int classes) {
        this.writer = writer;
        this.objective = objective;
        this.classes = classes;
        counts = new float[classes * classes];
    }

    /** Whether the model tells one of not too many classes. */
    static boolean isPossible(Network network, Dataset data) {
        Target target = data.spec().target();
        return network.objective() instanceof ScoredObjective
                && target.kind() == Target.Kind.CLASSES
                && target.size() <= MOST_CLASSES
                && data.validation().size() > 0;
    }

    static ConfusionLook of(WatchWriter writer, Network network, Dataset data) {
        return new ConfusionLook(
                writer,
                (ScoredObjective) network.objective(),
                data.spec().target().size());
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        int width = objective.outputs();
        for (int i = 0; i < batch.size(); i++) {
            int actual = (int) batch.targets().values()[i];
            int predicted = Scores.best(
                    objective.predictions(java.util.Arrays.copyOfRange(outputs, i * width, (i + 1) * width)));
            counts[actual * classes + predicted]++;
        }
    }

    /** Writes what was counted and begins anew. */
    void write(int iteration, int epoch) throws RunException {
        writer.write(new WatchRecord.Confusion(iteration, epoch, writer.floats(counts, classes, classes)));
        counts = new float[classes * classes];
    }

    /** Begins anew. */
    void forget() {
        counts = new float[classes * classes];
    }
}
