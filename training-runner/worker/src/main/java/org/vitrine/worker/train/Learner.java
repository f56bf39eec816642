package org.vitrine.worker.train;

import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.DataParallel;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.PassTimer;
import org.vitrine.worker.network.PassTrace;
import org.vitrine.worker.network.Score;
import org.vitrine.worker.network.Weights;
import org.vitrine.worker.update.LearningRate;

/** A network in training, its learning rate over the iterations that are planned, and the threads that share its batches. */
final class Learner implements AutoCloseable {
    private final ModelGraph graph;
    private final Dataset data;
    private final TrainingSettings settings;
    private final LearningRate rate;
    private final Network network;
    private final DataParallel compute;
    private TrainingWatch watch = TrainingWatch.NONE;

    /**
     * What a step did, or what kept it from changing the parameters if it is not finite.
     *
     * @param penalty of L1 and L2
     * @param norm L2 norm of the gradient before clipping
     */
    record Step(Score score, double penalty, double norm, double learningRate) {

        /** Mean loss of an example, penalty included. */
        double loss() {
            return score.meanLoss() + penalty;
        }

        boolean isFinite() {
            return Double.isFinite(loss()) && Double.isFinite(norm);
        }
    }

    /** @param iterations planned in all, for the learning rate's schedule */
    Learner(ModelGraph graph, Dataset data, TrainingSettings settings, long iterations) {
        this.graph = graph;
        this.data = data;
        this.settings = settings;
        rate = LearningRate.of(settings, iterations);
        network = Networks.forTraining(graph, data, settings, iterations);
        compute = new DataParallel(network, CpuFacts.threads());
    }

    /** Another one with the same weights and another schedule; this one is closed. */
    Learner planned(long iterations) {
        Weights weights = network.weights();
        close();
        Learner other = new Learner(graph, data, settings, iterations);
        other.network.restore(weights);
        other.watch = watch;
        return other;
    }

    /** Shows the gradients and updates of steps. */
    void watchedBy(TrainingWatch watcher) {
        watch = watcher;
    }

    Network network() {
        return network;
    }

    /** One step on a batch. Without a finite loss and gradient the parameters stay. Iteration and epoch count from 0. */
    Step step(Batch batch, int iteration, int epoch) {
        Score score = compute.differentiate(batch, Seeds.ofIteration(settings.seed(), iteration));
        double penalty = settings.l1() > 0 || settings.l2() > 0 ? network.regularizationLoss() : 0;
        double norm = network.gradients().norm();
        Step step = new Step(score, penalty, norm, rate.valueAt(iteration, epoch));
        if (step.isFinite()) {
            boolean watched = watch.wantsStep();
            if (watched) {
                watch.differentiated(network);
            }
            if (settings.clipping() != Clipping.NONE) {
                network.gradients().clip(settings.clipping(), settings.clippingThreshold(), norm);
            }
            network.update(iteration, epoch);
            if (watched) {
                watch.updated(network);
            }
        }
        return step;
    }

    /** Computes the batch of an iteration again, part by part, and looks at each layer. */
    List<PassTrace> trace(Batch batch, int iteration) {
        return compute.trace(batch, Seeds.ofIteration(settings.seed(), iteration));
    }

    /** Has the layers timed in the steps to come, until the timer is closed. */
    PassTimer timer() {
        return compute.timer();
    }

    /** Threads that share a batch. */
    int threads() {
        return compute.threads();
    }

    Batches.Evaluated evaluate(Split split) {
        return compute.evaluate(split);
    }

    /** Scores the validation part, under the eyes of the watch. */
    Batches.Evaluated validate() {
        return compute.evaluate(data.validation(), watch.validation());
    }

    @Override
    public void close() {
        compute.close();
    }
}
