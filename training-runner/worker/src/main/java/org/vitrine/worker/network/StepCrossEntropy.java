package org.vitrine.worker.network;

import java.util.OptionalDouble;
import org.vitrine.datasets.Batch;

/** One of several classes at each step that has a target. Losses are means over steps. */
record StepCrossEntropy(SoftmaxLoss loss) implements PlacedObjective {

    @Override
    public Score score(double[] z, Batch batch, double[] gradient) {
        float[] targets = batch.targets().values();
        if (z.length != targets.length * loss.classes()) {
            throw new IllegalArgumentException("Outputs " + z.length + " do not fit " + targets.length + " targets of "
                    + loss.classes() + " classes");
        }
        return loss.score(z, targets, batch.size(), gradient);
    }

    @Override
    public int places(int outputs) {
        return outputs / loss.classes();
    }

    @Override
    public Scores at(int place, int outputs) {
        return new PlaceScores(loss.classes(), place, places(outputs));
    }

    /** The first step of the rarest class of the example. */
    @Override
    public int watched(Batch example, double[] outputs) {
        float[] targets = example.targets().values();
        int[] counts = new int[loss.classes()];
        for (float target : targets) {
            if (target >= 0) {
                counts[(int) target]++;
            }
        }
        int rarest = 0;
        for (int step = 0; step < targets.length; step++) {
            if (targets[step] >= 0
                    && (targets[rarest] < 0 || counts[(int) targets[step]] < counts[(int) targets[rarest]])) {
                rarest = step;
            }
        }
        return rarest;
    }

    @Override
    public OptionalDouble truth(Batch example, int place) {
        float target = example.targets().values()[place];
        return target < 0 ? OptionalDouble.empty() : OptionalDouble.of(target);
    }

    @Override
    public double weight(Batch batch) {
        return SoftmaxLoss.count(batch.targets().values());
    }

    @Override
    public double metric(Score score) {
        return score.meanMetric();
    }
}
