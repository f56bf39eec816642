package org.vitrine.worker.network;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vitrine.datasets.Batch;
import org.vitrine.graph.layer.Mining;

/**
 * Triplet loss on embeddings scaled to length 1: max(0, friend - stranger + margin) of squared distances. Batch-hard takes
 * for each example its farthest friend and nearest stranger (Hermans et al. 2017); semi-hard takes each pair of friends with
 * the nearest stranger that is farther than the friend or, if there is none, the farthest (Schroff et al. 2015). The mean is
 * over the triplets taken; examples without a friend or a stranger in the batch have none.
 *
 * @param units of the embedding
 */
public record TripletObjective(int units, double margin, Mining mining) implements EmbeddingObjective, PlacedObjective {

    @Override
    public Score score(double[] outputs, Batch batch, double[] gradient) {
        int n = batch.size();
        double[] unit = normalized(outputs, units);
        float[] classes = batch.targets().values();
        double[] distances = distances(unit, n);
        Triplets triplets = new Triplets(n);
        for (int a = 0; a < n; a++) {
            if (mining == Mining.BATCH_HARD) {
                int friend = farthest(distances, classes, a, true);
                int stranger = nearestBeyond(distances, classes, a, -1);
                triplets.add(a, friend, stranger);
            } else {
                for (int p = 0; p < n; p++) {
                    if (p != a && classes[p] == classes[a]) {
                        int beyond = nearestBeyond(distances, classes, a, distances[a * n + p]);
                        triplets.add(a, p, beyond >= 0 ? beyond : farthest(distances, classes, a, false));
                    }
                }
            }
        }
        double mean = triplets.loss(distances, margin);
        if (gradient.length > 0) {
            differentiate(triplets, outputs, unit, distances, gradient);
        }
        return new Score(n, mean * n, Double.NaN);
    }

    @Override
    public double[] embeddings(double[] outputs) {
        return normalized(outputs, units);
    }

    @Override
    public int places(int outputs) {
        return units;
    }

    /** A coordinate before the embedding is scaled to length 1. */
    @Override
    public Scores at(int place, int outputs) {
        return new ValueScores(false, place, units);
    }

    /** The first: one coordinate is like another, and none has a true value. */
    @Override
    public int watched(Batch example, double[] outputs) {
        return 0;
    }

    @Override
    public OptionalDouble truth(Batch example, int place) {
        return OptionalDouble.empty();
    }

    /** Rows scaled to length 1. */
    static double[] normalized(double[] rows, int width) {
        double[] unit = rows.clone();
        for (int start = 0; start < rows.length; start += width) {
            double length = length(rows, start, width);
            for (int k = 0; k < width; k++) {
                unit[start + k] /= length;
            }
        }
        return unit;
    }

    private static double length(double[] rows, int start, int width) {
        double squares = 0;
        for (int k = 0; k < width; k++) {
            squares += rows[start + k] * rows[start + k];
        }
        return Math.max(Math.sqrt(squares), 1e-12);
    }

    private double[] distances(double[] unit, int n) {
        double[] distances = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < units; k++) {
                    double difference = unit[i * units + k] - unit[j * units + k];
                    sum += difference * difference;
                }
                distances[i * n + j] = sum;
                distances[j * n + i] = sum;
            }
        }
        return distances;
    }

    private static int farthest(double[] distances, float[] classes, int a, boolean friends) {
        int n = classes.length;
        int best = -1;
        for (int j = 0; j < n; j++) {
            boolean wanted = j != a && (classes[j] == classes[a]) == friends;
            if (wanted && (best < 0 || distances[a * n + j] > distances[a * n + best])) {
                best = j;
            }
        }
        return best;
    }

    private static int nearestBeyond(double[] distances, float[] classes, int a, double least) {
        int n = classes.length;
        int best = -1;
        for (int j = 0; j < n; j++) {
            boolean wanted = classes[j] != classes[a] && distances[a * n + j] > least;
            if (wanted && (best < 0 || distances[a * n + j] < distances[a * n + best])) {
                best = j;
            }
        }
        return best;
    }

    private void differentiate(
            Triplets triplets, double[] outputs, double[] unit, double[] distances, double[] gradient) {
        double[] atUnit = new double[unit.length];
        triplets.differentiate(distances, margin, (one, other, slope) -> {
            for (int k = 0; k < units; k++) {
                double part = 2 * slope * (unit[one * units + k] - unit[other * units + k]);
                atUnit[one * units + k] += part;
                atUnit[other * units + k] -= part;
            }
        });
        for (int start = 0; start < unit.length; start += units) {
            double length = length(outputs, start, units);
            double along = 0;
            for (int k = 0; k < units; k++) {
                along += atUnit[start + k] * unit[start + k];
            }
            for (int k = 0; k < units; k++) {
                gradient[start + k] = (atUnit[start + k] - along * unit[start + k]) / length;
            }
        }
    }

    @Override
    public boolean couplesExamples() {
        return true;
    }

    @Override
    public double metric(Score score) {
        return Double.NaN;
    }

    @Override
    public Optional<WholeMetric> wholeMetric() {
        return Optional.of(new NeighbourMetric(units));
    }
}
