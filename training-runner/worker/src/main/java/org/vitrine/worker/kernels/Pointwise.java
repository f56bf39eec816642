package org.vitrine.worker.kernels;

import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Activation functions and their gradients on whole arrays that are dense in memory, whatever their order. */
public final class Pointwise {

    private Pointwise() {}

    private record Kind(int function, float alpha) {
        static @Nullable Kind of(IActivation activation) {
            if (activation instanceof ActivationReLU) {
                return new Kind(dnnl.dnnl_eltwise_relu, 0);
            } else if (activation instanceof ActivationTanH) {
                return new Kind(dnnl.dnnl_eltwise_tanh, 0);
            } else if (activation instanceof ActivationSigmoid) {
                return new Kind(dnnl.dnnl_eltwise_logistic, 0);
            } else if (activation instanceof GeluActivation) {
                return new Kind(dnnl.dnnl_eltwise_gelu_erf, 0);
            } else if (activation instanceof ActivationSwish) {
                return new Kind(dnnl.dnnl_eltwise_swish, 1);
            } else if (activation instanceof ActivationELU elu) {
                return new Kind(dnnl.dnnl_eltwise_elu, (float) elu.getAlpha());
            } else if (activation instanceof ActivationLReLU leaky) {
                return new Kind(dnnl.dnnl_eltwise_relu, (float) leaky.getAlpha());
            }
            return null;
        }
    }

    private record Key(Kind kind, boolean gradient, long length) {}

    /** Whether this function of an array of single precision can be computed here. */
    public static boolean serves(IActivation activation, INDArray array) {
        return OneDnn.serves(array) && Kind.of(activation) != null;
    }

    /** {@code out = f(z)}; both may be the same array. */
    public static void forward(IActivation activation, INDArray z, INDArray out) {
        Kind kind = kind(activation);
        long length = z.length();
        Primitive primitive = Cached.get(
                new Key(kind, false, length),
                () -> Activations.function(kind.function(), kind.alpha(), Memory.rowMajor(length)));
        primitive.run(Memory.of(z), Memory.of(out));
    }

    /** {@code out = epsilon f'(z)}; any two may be the same array. */
    public static void gradient(IActivation activation, INDArray z, INDArray epsilon, INDArray out) {
        Kind kind = kind(activation);
        long length = z.length();
        Primitive primitive = Cached.get(
                new Key(kind, true, length),
                () -> Activations.gradient(kind.function(), dnnl.DNNL_ARG_SRC, kind.alpha(), Memory.rowMajor(length)));
        primitive.run(Memory.of(z), Memory.of(epsilon), Memory.of(out));
    }

    private static Kind kind(IActivation activation) {
        Kind kind = Kind.of(activation);
        if (kind == null) {
            throw new IllegalArgumentException("oneDNN has no " + activation);
        }
        return kind;
    }
}
