package org.vitrine.worker.network;

import java.util.Arrays;
import org.vitrine.attribution.credibility.Readout;
import org.vitrine.datasets.Batch;

/**
 * Cross entropy and half the squared distance to the own centre (Wen et al. 2016). The network puts out class scores, squared
 * distances to the centres of all classes, and the embedding; so the centres are parameters like others, and the loss of an
 * example depends on nothing but the example.
 *
 * @param units of the embedding
 * @param weight of the centre loss
 */
public record CenterObjective(int classes, int units, double weight) implements ScoredObjective, EmbeddingObjective {

    @Override
    public int outputs() {
        return 2 * classes + units;
    }

    @Override
    public Score score(double[] y, Batch batch, double[] gradient) {
        int n = batch.size();
        int width = outputs();
        float[] targets = batch.targets().values();
        double[] scores = new double[n * classes];
        for (int i = 0; i < n; i++) {
            System.arraycopy(y, i * width, scores, i * classes, classes);
        }
        double[] atScores = new double[gradient.length > 0 ? scores.length : 0];
        Score entropy = new SoftmaxLoss(classes, 0, 0).score(scores, targets, n, atScores);
        double distances = 0;
        Arrays.fill(gradient, 0);
        for (int i = 0; i < n; i++) {
            int own = i * width + classes + (int) targets[i];
            distances += y[own];
            if (gradient.length > 0) {
                System.arraycopy(atScores, i * classes, gradient, i * width, classes);
                gradient[own] = weight / 2 / n;
            }
        }
        return new Score(n, entropy.loss() + weight / 2 * distances, entropy.metric());
    }

    @Override
    public double[] embeddings(double[] y) {
        double[] embeddings = new double[y.length / outputs() * units];
        for (int i = 0; i < y.length / outputs(); i++) {
            System.arraycopy(y, i * outputs() + 2 * classes, embeddings, i * units, units);
        }
        return TripletObjective.normalized(embeddings, units);
    }

    @Override
    public double metric(Score score) {
        return score.meanMetric();
    }

    @Override
    public float[] predictions(double[] y) {
        return Objective.classes(classes).predictions(logits(y));
    }

    @Override
    public double[] logits(double[] y) {
        return Arrays.copyOf(y, classes);
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[outputs()];
        gradient[target] = 1;
        return gradient;
    }

    @Override
    public Readout readout() {
        return Readout.PROBABILITY;
    }
}
