package org.vitrine.worker.layers;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Hyperbolic tangent and logistic function over stretches of an array. The exact form is for networks in double precision;
 * the other is right to single precision (error below 1e-7) and many times faster, because the compiler vectorises it.
 */
enum Squash {
    EXACT {
        @Override
        void tanh(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                values[i] = Math.tanh(values[i]);
            }
        }
    },
    SINGLE {
        /** Lambert's continued fraction to the 13th term, with the argument held where that is good to 4e-8. */
        @Override
        void tanh(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                double x = Math.max(-9.5, Math.min(9.5, values[i]));
                double s = x * x;
                double up = s + 4095.0;
                up = up * s + 2552550.0;
                up = up * s + 523783260.0;
                up = up * s + 41247931725.0;
                up = up * s + 1159525191825.0;
                up = up * s + 7905853580625.0;
                double down = 91.0 * s + 120120.0;
                down = down * s + 41351310.0;
                down = down * s + 5237832600.0;
                down = down * s + 252070693875.0;
                down = down * s + 3794809718700.0;
                down = down * s + 7905853580625.0;
                values[i] = Math.max(-1.0, Math.min(1.0, x * up / down));
            }
        }
    };

    static Squash of(DataType type) {
        return type == DataType.DOUBLE ? EXACT : SINGLE;
    }

    abstract void tanh(double[] values, int from, int to);

    /** Logistic function, {@code 1 / (1 + exp(-x))}. */
    final void sigmoid(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] *= 0.5;
        }
        tanh(values, from, to);
        for (int i = from; i < to; i++) {
            values[i] = 0.5 + 0.5 * values[i];
        }
    }
}
