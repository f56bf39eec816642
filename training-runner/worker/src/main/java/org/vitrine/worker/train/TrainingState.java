package org.vitrine.worker.train;

import org.vitrine.worker.network.Score;

/**
 * Where a run stands between two iterations; with the weights, all that is needed to go on bit by bit.
 *
 * @param iteration iterations done
 * @param epoch epochs done
 * @param batch batches done in the epoch in progress
 * @param epochs planned in all
 * @param epochScore summed over the batches of the epoch in progress, regularisation included
 * @param epochSeconds spent on the epoch in progress
 * @param seconds spent on training in all
 * @param bestLoss the least validation loss of any epoch, infinite if there was none
 */
record TrainingState(
        int iteration,
        int epoch,
        int batch,
        int epochs,
        Score epochScore,
        double epochSeconds,
        double seconds,
        double bestLoss) {

    static TrainingState start(int epochs) {
        return new TrainingState(0, 0, 0, epochs, Score.NONE, 0, 0, Double.POSITIVE_INFINITY);
    }

    TrainingState afterBatch(Score score, double took) {
        return new TrainingState(
                iteration + 1,
                epoch,
                batch + 1,
                epochs,
                epochScore.plus(score),
                epochSeconds + took,
                seconds + took,
                bestLoss);
    }

    TrainingState afterEpoch(double validationLoss, double took) {
        double best = Double.isNaN(validationLoss) ? bestLoss : Math.min(bestLoss, validationLoss);
        return new TrainingState(iteration, epoch + 1, 0, epochs, Score.NONE, 0, seconds + took, best);
    }

    TrainingState withEpochs(int total) {
        return new TrainingState(iteration, epoch, batch, total, epochScore, epochSeconds, seconds, bestLoss);
    }
}
