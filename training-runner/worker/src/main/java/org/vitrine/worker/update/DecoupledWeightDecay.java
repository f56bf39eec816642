package org.vitrine.worker.update;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Shrinks weights by η λ w beside the updater's step (Loshchilov and Hutter 2019, algorithm 2). Unlike DL4J's weight decay
 * it is no part of the loss.
 *
 * @param decay λ
 */
public record DecoupledWeightDecay(@JsonProperty("decay") double decay) implements Regularization {
    @JsonCreator
    public DecoupledWeightDecay {}

    @Override
    public ApplyStep applyStep() {
        return ApplyStep.POST_UPDATER;
    }

    @Override
    public void apply(INDArray weights, INDArray update, double rate, int iteration, int epoch) {
        Nd4j.exec(new Axpy(weights, update, update, decay * rate));
    }

    @Override
    public double score(INDArray weights, int iteration, int epoch) {
        return 0;
    }

    @Override
    public DecoupledWeightDecay clone() {
        return this;
    }
}
