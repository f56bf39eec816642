package org.vitrine.worker.layers;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.OneDnn;
import org.vitrine.worker.kernels.SmallProduct;

/**
 * One direction of a recurrent layer over one batch. Arrays are time-major, [time, batch, ...]; the products with the
 * recurrent weights are ND4J's, everything between them is a {@link RecurrentCell}.
 *
 * @param cell the step
 * @param reversed whether the last time step comes first
 * @param units length of the state
 * @param real for each time step and example whether it is not masked
 * @param gates [time, batch, gates * units]: the input projections, overwritten by the forward pass
 * @param states [time, batch, units]: receives the state before each step
 * @param memories [time, batch, units]: receives the cell's memory after each step
 */
record RecurrentPass(
        RecurrentCell cell,
        boolean reversed,
        int units,
        boolean[][] real,
        INDArray gates,
        INDArray states,
        INDArray memories) {

    private int steps() {
        return real.length;
    }

    private int batch() {
        return (int) gates.size(1);
    }

    private int stepAt(int order) {
        return reversed ? steps() - 1 - order : order;
    }

    /**
     * Runs all steps.
     *
     * @param scratch [batch, gates * units]
     * @param out [time, batch, any]: receives the states in the columns from {@code column} on
     */
    void forward(INDArray weight, @Nullable INDArray bias, INDArray scratch, INDArray out, int column) {
        int narrow = batch() * units;
        int wide = (int) scratch.length();
        long outWidth = out.size(2);
        double[] gate = new double[wide];
        double[] recurrent = new double[wide];
        double[] state = new double[narrow];
        double[] memory = new double[narrow];
        double[] shown = new double[narrow];
        HostArray gateArray = new HostArray(gates);
        HostArray stateArray = new HostArray(states);
        HostArray memoryArray = new HostArray(memories);
        HostArray recurrentArray = new HostArray(scratch);
        HostArray outArray = new HostArray(out);
        IntConsumer product = product(states, weight, false, scratch);
        for (int order = 0; order < steps(); order++) {
            int step = stepAt(order);
            stateArray.write((long) step * narrow, state);
            product.accept(step);
            if (bias != null) {
                scratch.addiRowVector(bias);
            }
            recurrentArray.read(0, recurrent);
            gateArray.read((long) step * wide, gate);
            cell.forward(gate, recurrent, state, memory, real[step]);
            gateArray.write((long) step * wide, gate);
            memoryArray.write((long) step * narrow, memory);
            hideMasked(state, shown, real[step]);
            outArray.writeRows((long) step * batch() * outWidth + column, outWidth, shown, units);
        }
    }

    /** Multiplies one time step of an array with the weights. */
    private static IntConsumer product(INDArray steps, INDArray weight, boolean transposed, INDArray out) {
        if (OneDnn.serves(out)) {
            SmallProduct product = new SmallProduct(steps, weight, transposed, out);
            return product::run;
        }
        return step -> Rows.multiply(steps.slice(step), false, weight, transposed, out);
    }

    private void hideMasked(double[] state, double[] shown, boolean[] realRows) {
        for (int row = 0; row < realRows.length; row++) {
            if (realRows[row]) {
                System.arraycopy(state, row * units, shown, row * units, units);
            } else {
                Arrays.fill(shown, row * units, (row + 1) * units, 0.0);
            }
        }
    }

    /**
     * Runs all steps in the opposite order.
     *
     * @param epsilon [time, batch, any]: gradient at the output, in the columns from {@code column} on
     * @param scratch [batch, units]
     * @param atGates like {@link #gates}: receives the gradient at the input projections
     * @param atRecurrent the same array, or another one if the cell wants it separate
     */
    void backward(
            INDArray weight, INDArray epsilon, int column, INDArray scratch, INDArray atGates, INDArray atRecurrent) {
        int narrow = batch() * units;
        int wide = (int) (gates.length() / steps());
        long epsilonWidth = epsilon.size(2);
        double[] gate = new double[wide];
        double[] inputGradient = new double[wide];
        double[] recurrentGradient = new double[wide];
        double[] previousState = new double[narrow];
        double[] previousMemory = new double[narrow];
        double[] memory = new double[narrow];
        double[] stateGradient = new double[narrow];
        double[] memoryGradient = new double[narrow];
        double[] arriving = new double[narrow];
        HostArray gateArray = new HostArray(gates);
        HostArray stateArray = new HostArray(states);
        HostArray memoryArray = new HostArray(memories);
        HostArray scratchArray = new HostArray(scratch);
        HostArray epsilonArray = new HostArray(epsilon);
        HostArray atGatesArray = new HostArray(atGates);
        HostArray atRecurrentArray = new HostArray(atRecurrent);
        IntConsumer product = product(atRecurrent, weight, true, scratch);
        memoryArray.read((long) stepAt(steps() - 1) * narrow, memory);
        for (int order = steps() - 1; order >= 0; order--) {
            int step = stepAt(order);
            epsilonArray.readRows((long) step * batch() * epsilonWidth + column, epsilonWidth, arriving, units);
            addReal(arriving, stateGradient, real[step]);
            if (order > 0) {
                memoryArray.read((long) stepAt(order - 1) * narrow, previousMemory);
            } else {
                Arrays.fill(previousMemory, 0.0);
            }
            gateArray.read((long) step * wide, gate);
            stateArray.read((long) step * narrow, previousState);
            cell.backward(
                    gate,
                    previousState,
                    previousMemory,
                    memory,
                    stateGradient,
                    memoryGradient,
                    inputGradient,
                    recurrentGradient,
                    real[step]);
            atGatesArray.write((long) step * wide, inputGradient);
            if (cell.separateRecurrentGradient()) {
                atRecurrentArray.write((long) step * wide, recurrentGradient);
            }
            product.accept(step);
            scratchArray.read(0, arriving);
            for (int i = 0; i < narrow; i++) {
                stateGradient[i] += arriving[i];
            }
            double[] swap = memory;
            memory = previousMemory;
            previousMemory = swap;
        }
    }

    private void addReal(double[] arriving, double[] sum, boolean[] realRows) {
        for (int row = 0; row < realRows.length; row++) {
            for (int i = row * units; realRows[row] && i < (row + 1) * units; i++) {
                sum[i] += arriving[i];
            }
        }
    }
}
