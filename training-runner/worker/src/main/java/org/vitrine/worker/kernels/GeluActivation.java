package org.vitrine.worker.kernels;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Gaussian error linear unit (Hendrycks and Gimpel 2016): x times the normal distribution function at x, exactly. DL4J's
 * own is the logistic approximation, off by up to 0.02, and its "precise" variant is wrong in value and derivative.
 */
public final class GeluActivation extends BaseActivationFunction {

    private static INDArray normalDistribution(INDArray x) {
        INDArray scaled = x.mul(1.0 / Math.sqrt(2.0));
        return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1.0).muli(0.5);
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(normalDistribution(in));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        assertShape(in, epsilon);
        INDArray density = Transforms.exp(in.mul(in).muli(-0.5), false).muli(1.0 / Math.sqrt(2.0 * Math.PI));
        INDArray slope = normalDistribution(in).addi(density.muli(in));
        in.assign(epsilon).muli(slope);
        return new Pair<>(in, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeluActivation;
    }

    @Override
    public int hashCode() {
        return GeluActivation.class.hashCode();
    }

    @Override
    public String toString() {
        return "gelu";
    }
}
