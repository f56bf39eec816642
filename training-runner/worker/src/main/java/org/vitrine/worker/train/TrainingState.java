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
 * @param bestEpoch the epoch of the least validation loss, from 1; 0 if there was none
 * @param stale epochs since the validation loss fell, or since more epochs were asked for
 * @param restored whether the weights are those of the best epoch, since training is over
 */
record TrainingState(
        int iteration,
        int epoch,
        int batch,
        int epochs,
        Score epochScore,
        double epochSeconds,
        double seconds,
        double bestLoss,
        int bestEpoch,
        int stale,
        boolean restored) {

    static TrainingState start(int epochs) {
        return new TrainingState(0, 0, 0, epochs, Score.NONE, 0, 0, Double.POSITIVE_INFINITY, 0, 0, false);
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
                bestLoss,
                bestEpoch,
                stale,
                false);
    }

    TrainingState afterEpoch(double validationLoss, double took) {
        boolean better = validationLoss < bestLoss;
        return new TrainingState(
                iteration,
                epoch + 1,
                0,
                epochs,
                Score.NONE,
                0,
                seconds + took,
                better ? validationLoss : bestLoss,
                better ? epoch + 1 : bestEpoch,
                better ? 0 : stale + 1,
                false);
    }

    /** As many epochs in all, as a user asked: patience begins anew. */
    TrainingState withEpochs(int total) {
        return new TrainingState(
                iteration, epoch, batch, total, epochScore, epochSeconds, seconds, bestLoss, bestEpoch, 0, restored);
    }

    TrainingState withBestWeights() {
        return new TrainingState(
                iteration, epoch, batch, epochs, epochScore, epochSeconds, seconds, bestLoss, bestEpoch, stale, true);
    }
}
