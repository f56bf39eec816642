package org.vitrine.worker.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;

/** Inverted dropout inside a layer, drawn from ND4J's random generator. */
final class Dropping {

    private Dropping() {}

    /** Fills the array with zeros (probability {@code rate}) and {@code 1 / (1 - rate)}. */
    static INDArray mask(INDArray target, double rate) {
        Nd4j.getExecutioner().exec(new BernoulliDistribution(target, 1.0 - rate));
        return target.muli(1.0 / (1.0 - rate));
    }
}
