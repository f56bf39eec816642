package org.vitrine.worker.layers;

import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The gates keep the sum before the activation, or the activation itself where that is tanh. */
final class SimpleRecurrentCell implements RecurrentCell {

    private final int batch;
    private final int units;
    private final IActivation activation;
    private final boolean tanh;
    private final Squash squash;

    SimpleRecurrentCell(int batch, int units, IActivation activation, Squash squash) {
        this.batch = batch;
        this.units = units;
        this.activation = activation;
        this.tanh = activation instanceof ActivationTanH;
        this.squash = squash;
    }

    @Override
    public boolean separateRecurrentGradient() {
        return false;
    }

    @Override
    public void forward(double[] gates, double[] recurrent, double[] state, double[] memory, boolean[] real) {
        for (int i = 0; i < gates.length; i++) {
            gates[i] += recurrent[i];
        }
        double[] active = gates;
        if (tanh) {
            squash.tanh(gates, 0, gates.length);
        } else {
            active = activation.getActivation(matrix(gates), true).data().asDouble();
        }
        for (int row = 0; row < batch; row++) {
            if (real[row]) {
                System.arraycopy(active, row * units, state, row * units, units);
            }
        }
    }

    @Override
    public void backward(
            double[] gates,
            double[] previousState,
            double[] previousMemory,
            double[] memory,
            double[] stateGradient,
            double[] memoryGradient,
            double[] inputGradient,
            double[] recurrentGradient,
            boolean[] real) {
        if (tanh) {
            for (int i = 0; i < gates.length; i++) {
                inputGradient[i] = stateGradient[i] * (1.0 - gates[i] * gates[i]);
            }
        } else {
            INDArray gradient =
                    activation.backprop(matrix(gates), matrix(stateGradient)).getFirst();
            new HostArray(Rows.rowMajor(gradient)).read(0, inputGradient);
        }
        for (int row = 0; row < batch; row++) {
            double[] cleared = real[row] ? stateGradient : inputGradient;
            Arrays.fill(cleared, row * units, (row + 1) * units, 0.0);
        }
    }

    private INDArray matrix(double[] values) {
        return Nd4j.createFromArray(values).reshape('c', batch, units);
    }
}
