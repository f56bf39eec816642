package org.vitrine.worker.network;

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

    @Override
    public double weight(Batch batch) {
        return SoftmaxLoss.count(batch.targets().values());
    }

    @Override
    public double metric(Score score) {
        return score.meanMetric();
    }
}
