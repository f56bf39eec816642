package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.model.WeightInit;
import org.vitrine.worker.kernels.GeluActivation;
import org.vitrine.worker.parts.ChannelSoftmax;

/** Activation functions and weight initialisers by their names in the graph. */
final class Functions {
    /** Standard deviation of plain normal weights. */
    private static final double NORMAL_DEVIATION = 0.05;

    private Functions() {}

    static IActivation activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU();
            case ELU -> new ActivationELU();
            case GELU -> new GeluActivation();
            case SWISH -> new ActivationSwish();
            case TANH -> new ActivationTanH();
            case SIGMOID -> new ActivationSigmoid();
            case SOFTMAX -> new ChannelSoftmax();
        };
    }

    static IWeightInit weightInit(WeightInit init) {
        return switch (init) {
            case XAVIER -> org.deeplearning4j.nn.weights.WeightInit.XAVIER.getWeightInitFunction();
            case XAVIER_UNIFORM -> org.deeplearning4j.nn.weights.WeightInit.XAVIER_UNIFORM.getWeightInitFunction();
            case HE -> org.deeplearning4j.nn.weights.WeightInit.RELU.getWeightInitFunction();
            case HE_UNIFORM -> org.deeplearning4j.nn.weights.WeightInit.RELU_UNIFORM.getWeightInitFunction();
            case LECUN -> org.deeplearning4j.nn.weights.WeightInit.LECUN_NORMAL.getWeightInitFunction();
            case NORMAL -> new WeightInitDistribution(new NormalDistribution(0, NORMAL_DEVIATION));
        };
    }
}
