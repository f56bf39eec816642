package org.vitrine.datasets.baseline;

import java.util.Arrays;
import org.vitrine.datasets.random.Draw;

/** Weights from inputs to outputs with their gradients; the row of weights behind the last input is the bias. */
final class Layer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    private final int inputs;
    private final int outputs;
    private final float[] weights;
    private final float[] gradients;
    private final float[] means;
    private final float[] squares;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;
    private int steps;

    Layer(int inputs, int outputs, double deviation, Draw draw) {
        this.inputs = inputs;
        this.outputs = outputs;
        int size = Math.multiplyExact(inputs + 1, outputs);
        weights = new float[size];
        gradients = new float[size];
        means = new float[size];
        squares = new float[size];
        touched = new int[inputs + 1];
        isTouched = new boolean[inputs + 1];
        for (int i = 0; i < inputs * outputs && deviation > 0; i++) {
            weights[i] = (float) (deviation * draw.gaussian());
        }
    }

    float[] forward(int[] places, float[] values) {
        float[] result = Arrays.copyOfRange(weights, inputs * outputs, (inputs + 1) * outputs);
        for (int i = 0; i < places.length; i++) {
            add(result, places[i] * outputs, values[i]);
        }
        return result;
    }

    float[] forward(float[] all) {
        float[] result = Arrays.copyOfRange(weights, inputs * outputs, (inputs + 1) * outputs);
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                add(result, i * outputs, all[i]);
            }
        }
        return result;
    }

    void backward(int[] places, float[] values, float[] errors) {
        for (int i = 0; i < places.length; i++) {
            addGradient(places[i], values[i], errors);
        }
        addGradient(inputs, 1, errors);
    }

    /** Adds to the gradients and gives the errors of the inputs. */
    float[] backward(float[] all, float[] errors) {
        float[] result = new float[inputs];
        for (int i = 0; i < inputs; i++) {
            if (all[i] != 0) {
                addGradient(i, all[i], errors);
            }
            float sum = 0;
            for (int o = 0; o < outputs; o++) {
                sum += weights[i * outputs + o] * errors[o];
            }
            result[i] = sum;
        }
        addGradient(inputs, 1, errors);
        return result;
    }

    /** Moves the weights of the inputs that were there, and forgets the gradients. */
    void step(double rate, double decay) {
        steps++;
        double correction = rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
        for (int t = 0; t < touchedCount; t++) {
            int input = touched[t];
            isTouched[input] = false;
            float shrink = input == inputs ? 1 : (float) (1 - rate * decay);
            for (int k = input * outputs; k < (input + 1) * outputs; k++) {
                float gradient = gradients[k];
                means[k] += (float) (1 - BETA1) * (gradient - means[k]);
                squares[k] += (float) (1 - BETA2) * (gradient * gradient - squares[k]);
                weights[k] = shrink * weights[k] - (float) (correction * means[k] / (Math.sqrt(squares[k]) + 1e-8));
                gradients[k] = 0;
            }
        }
        touchedCount = 0;
    }

    private void add(float[] result, int offset, float value) {
        for (int o = 0; o < result.length; o++) {
            result[o] += value * weights[offset + o];
        }
    }

    private void addGradient(int input, float value, float[] errors) {
        if (!isTouched[input]) {
            isTouched[input] = true;
            touched[touchedCount++] = input;
        }
        int offset = input * outputs;
        for (int o = 0; o < outputs; o++) {
            gradients[offset + o] += value * errors[o];
        }
    }
}
