package org.vitrine.runs.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.ProcessLiveness;

/**
 * What was asked of a run: {@code run.json}. What became of it stands in the events.
 *
 * @param device the wished one; the events tell which was used
 * @param dataset id of the data set; the events hold its fingerprint
 * @param vitrine version of the program that made the run
 * @param parent the process that started the worker; null until it starts
 * @param threads that the worker computes with, the same each time that the run goes on; 0 until it starts
 * @param rates how often the worker tells and saves; null for the default
 * @param weights that training starts from, in {@code initial.npz}; null for random ones
 */
public record RunRecord(
        String id,
        String title,
        Instant created,
        Device device,
        ParentPolicy policy,
        String dataset,
        long seed,
        String vitrine,
        @Nullable ProcessIdentity parent,
        int threads,
        @Nullable Rates rates,
        @Nullable GivenWeights weights) {

    public RunRecord withParent(ProcessIdentity newParent) {
        return new RunRecord(
                id, title, created, device, policy, dataset, seed, vitrine, newParent, threads, rates, weights);
    }

    public RunRecord withThreads(int count) {
        return new RunRecord(id, title, created, device, policy, dataset, seed, vitrine, parent, count, rates, weights);
    }

    public RunRecord withRates(Rates changed) {
        return new RunRecord(
                id, title, created, device, policy, dataset, seed, vitrine, parent, threads, changed, weights);
    }

    RunRecord withWeights(GivenWeights given) {
        return new RunRecord(id, title, created, device, policy, dataset, seed, vitrine, parent, threads, rates, given);
    }

    /** Whether the run only takes weights that were trained elsewhere, until more epochs are asked for. */
    public boolean adoptsWeights() {
        return weights != null && !weights.trains();
    }

    /** How often the worker tells and saves. */
    public Rates ratesOrDefault() {
        return rates == null ? Rates.DEFAULT : rates;
    }

    /** For the worker: whether it should write a checkpoint and stop since its parent is gone. */
    public boolean endsWithParent(ProcessLiveness liveness) {
        return policy == ParentPolicy.CHECKPOINT_AND_STOP && parent != null && !liveness.isAlive(parent);
    }
}
