package org.vitrine.worker.evaluate;

import org.vitrine.datasets.Batch;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Collects what a network made of the test part, batch by batch. */
interface Findings {

    /** Takes the network's outputs for the next batch. */
    void take(double[] outputs, Batch batch);

    /** All that was found. */
    TestEvaluation evaluation(double loss);
}
