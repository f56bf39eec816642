package org.vitrine.datasets.steps;

/** The discrete Fourier transform of a power of two numbers (Cooley and Tukey 1965), with the same bits on every machine. */
final class Fourier {
    private final int size;
    private final double[] cos;
    private final double[] sin;

    private Fourier(int size) {
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = -StrictMath.sin(2 * Math.PI * i / size);
        }
    }

    static Fourier atLeast(int numbers) {
        return new Fourier(Math.max(2, Integer.highestOneBit(2 * numbers - 1)));
    }

    int size() {
        return size;
    }

    /** In place. */
    void transform(double[] real, double[] imaginary) {
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> (Integer.SIZE - bits);
            if (j > i) {
                double swapped = real[i];
                real[i] = real[j];
                real[j] = swapped;
                swapped = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = swapped;
            }
        }
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double r = real[b] * cos[k * stride] - imaginary[b] * sin[k * stride];
                    double i = real[b] * sin[k * stride] + imaginary[b] * cos[k * stride];
                    real[b] = real[a] - r;
                    imaginary[b] = imaginary[a] - i;
                    real[a] += r;
                    imaginary[a] += i;
                }
            }
        }
    }
}
