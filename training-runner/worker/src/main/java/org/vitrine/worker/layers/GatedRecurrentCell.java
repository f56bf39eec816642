package org.vitrine.worker.layers;

import java.util.Arrays;

/** Gates lie as reset, update, candidate; the memory is the candidate's part of the recurrent product. */
final class GatedRecurrentCell implements RecurrentCell {

    private final int units;
    private final Squash squash;

    GatedRecurrentCell(int units, Squash squash) {
        this.units = units;
        this.squash = squash;
    }

    @Override
    public boolean separateRecurrentGradient() {
        return true;
    }

    @Override
    public void forward(double[] gates, double[] recurrent, double[] state, double[] memory, boolean[] real) {
        for (int row = 0; row < real.length; row++) {
            int s = row * units;
            int reset = 3 * s;
            int update = reset + units;
            int candidate = update + units;
            for (int j = reset; j < candidate; j++) {
                gates[j] += recurrent[j];
            }
            squash.sigmoid(gates, reset, candidate);
            for (int j = 0; j < units; j++) {
                memory[s + j] = recurrent[candidate + j];
                gates[candidate + j] += gates[reset + j] * recurrent[candidate + j];
            }
            squash.tanh(gates, candidate, candidate + units);
            if (!real[row]) {
                continue;
            }
            for (int j = 0; j < units; j++) {
                double z = gates[update + j];
                state[s + j] = (1.0 - z) * gates[candidate + j] + z * state[s + j];
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
        for (int row = 0; row < real.length; row++) {
            int s = row * units;
            int reset = 3 * s;
            int update = reset + units;
            int candidate = update + units;
            if (!real[row]) {
                Arrays.fill(inputGradient, reset, reset + 3 * units, 0.0);
                Arrays.fill(recurrentGradient, reset, reset + 3 * units, 0.0);
                continue;
            }
            for (int j = 0; j < units; j++) {
                double r = gates[reset + j];
                double z = gates[update + j];
                double n = gates[candidate + j];
                double atState = stateGradient[s + j];
                double atCandidate = atState * (1.0 - z) * (1.0 - n * n);
                double atReset = atCandidate * memory[s + j] * r * (1.0 - r);
                double atUpdate = atState * (previousState[s + j] - n) * z * (1.0 - z);
                inputGradient[reset + j] = atReset;
                inputGradient[update + j] = atUpdate;
                inputGradient[candidate + j] = atCandidate;
                recurrentGradient[reset + j] = atReset;
                recurrentGradient[update + j] = atUpdate;
                recurrentGradient[candidate + j] = atCandidate * r;
                stateGradient[s + j] = atState * z;
            }
        }
    }
}
