package org.vitrine.worker.layers;

import java.util.Arrays;

/** Gates lie as input, forget, output, candidate; the memory is the cell state. */
final class LongShortTermMemoryCell implements RecurrentCell {

    private final int units;
    private final Squash squash;
    private double[] squashed = new double[0];

    LongShortTermMemoryCell(int units, Squash squash) {
        this.units = units;
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
        double[] open = squashed(state.length);
        for (int row = 0; row < real.length; row++) {
            int s = row * units;
            int g = 4 * s;
            squash.sigmoid(gates, g, g + 3 * units);
            squash.tanh(gates, g + 3 * units, g + 4 * units);
            if (!real[row]) {
                continue;
            }
            for (int j = 0; j < units; j++) {
                double cell = gates[g + units + j] * memory[s + j] + gates[g + j] * gates[g + 3 * units + j];
                memory[s + j] = cell;
                open[s + j] = cell;
            }
            squash.tanh(open, s, s + units);
            for (int j = 0; j < units; j++) {
                state[s + j] = gates[g + 2 * units + j] * open[s + j];
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
        double[] open = squashed(memory.length);
        System.arraycopy(memory, 0, open, 0, memory.length);
        squash.tanh(open, 0, memory.length);
        for (int row = 0; row < real.length; row++) {
            int s = row * units;
            int in = 4 * s;
            int forget = in + units;
            int out = forget + units;
            int candidate = out + units;
            if (!real[row]) {
                Arrays.fill(inputGradient, in, in + 4 * units, 0.0);
                continue;
            }
            for (int j = 0; j < units; j++) {
                double i = gates[in + j];
                double f = gates[forget + j];
                double o = gates[out + j];
                double c = gates[candidate + j];
                double atState = stateGradient[s + j];
                double atMemory = memoryGradient[s + j] + atState * o * (1.0 - open[s + j] * open[s + j]);
                inputGradient[in + j] = atMemory * c * i * (1.0 - i);
                inputGradient[forget + j] = atMemory * previousMemory[s + j] * f * (1.0 - f);
                inputGradient[out + j] = atState * open[s + j] * o * (1.0 - o);
                inputGradient[candidate + j] = atMemory * i * (1.0 - c * c);
                memoryGradient[s + j] = atMemory * f;
                stateGradient[s + j] = 0.0;
            }
        }
    }

    private double[] squashed(int length) {
        if (squashed.length != length) {
            squashed = new double[length];
        }
        return squashed;
    }
}
