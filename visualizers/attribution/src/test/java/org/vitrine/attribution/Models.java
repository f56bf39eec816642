package org.vitrine.attribution;

import java.util.Arrays;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Small models whose explanations are known in closed form. */
public final class Models {
    private Models() {}

    /** Random normal values. */
    public static double[] weights(Draw draw, int count) {
        double[] weights = new double[count];
        Arrays.setAll(weights, i -> draw.gaussian());
        return weights;
    }

    public static Tensor input(Draw draw, int... shape) {
        Tensor input = Tensor.zeros(shape);
        for (int i = 0; i < input.size(); i++) {
            input.values()[i] = (float) draw.gaussian();
        }
        return input;
    }

    /** w·x + b. */
    public static AnalyticModel linear(double[] w, double b) {
        return new AnalyticModel(1) {
            @Override
            public double score(double[] input, int target) {
                double sum = b;
                for (int i = 0; i < w.length; i++) {
                    sum += w[i] * input[i];
                }
                return sum;
            }

            @Override
            public double[] gradient(double[] input, int target) {
                return w.clone();
            }
        };
    }

    /** Σ a x² + b x. */
    public static AnalyticModel quadratic(double[] a, double[] b) {
        return new AnalyticModel(1) {
            @Override
            public double score(double[] input, int target) {
                double sum = 0;
                for (int i = 0; i < a.length; i++) {
                    sum += a[i] * input[i] * input[i] + b[i] * input[i];
                }
                return sum;
            }

            @Override
            public double[] gradient(double[] input, int target) {
                double[] gradient = new double[a.length];
                Arrays.setAll(gradient, i -> 2 * a[i] * input[i] + b[i]);
                return gradient;
            }
        };
    }

    /** The product of two values. */
    public static AnalyticModel product() {
        return new AnalyticModel(1) {
            @Override
            public double score(double[] input, int target) {
                return input[0] * input[1];
            }

            @Override
            public double[] gradient(double[] input, int target) {
                return new double[] {input[1], input[0]};
            }
        };
    }

    /** Σ b sin(x): its gradient under normal noise of deviation s is exp(-s²/2) times the gradient. */
    public static AnalyticModel sines(double[] b) {
        return new AnalyticModel(1) {
            @Override
            public double score(double[] input, int target) {
                double sum = 0;
                for (int i = 0; i < b.length; i++) {
                    sum += b[i] * Math.sin(input[i]);
                }
                return sum;
            }

            @Override
            public double[] gradient(double[] input, int target) {
                double[] gradient = new double[b.length];
                Arrays.setAll(gradient, i -> b[i] * Math.cos(input[i]));
                return gradient;
            }
        };
    }

    /**
     * Two targets over one hidden layer of tanh or ReLU units.
     *
     * @param w [hidden, inputs] row by row
     * @param v [targets, hidden] row by row
     */
    public static AnalyticModel network(int inputs, double[] w, double[] bias, double[] v, boolean relu) {
        int hidden = bias.length;
        return new AnalyticModel(v.length / hidden) {
            @Override
            public double score(double[] input, int target) {
                double sum = 0;
                for (int h = 0; h < hidden; h++) {
                    double z = before(input, h);
                    sum += v[target * hidden + h] * (relu ? Math.max(0, z) : Math.tanh(z));
                }
                return sum;
            }

            @Override
            public double[] gradient(double[] input, int target) {
                double[] gradient = new double[inputs];
                for (int h = 0; h < hidden; h++) {
                    double z = before(input, h);
                    double slope = relu ? (z > 0 ? 1 : 0) : 1 - Math.tanh(z) * Math.tanh(z);
                    for (int i = 0; i < inputs; i++) {
                        gradient[i] += v[target * hidden + h] * slope * w[h * inputs + i];
                    }
                }
                return gradient;
            }

            private double before(double[] input, int h) {
                double sum = bias[h];
                for (int i = 0; i < inputs; i++) {
                    sum += w[h * inputs + i] * input[i];
                }
                return sum;
            }
        };
    }

    public static AnalyticModel tanhNetwork(Draw draw, int inputs, int hidden) {
        return network(inputs, weights(draw, inputs * hidden), weights(draw, hidden), weights(draw, 2 * hidden), false);
    }

    public static AnalyticModel reluNetwork(Draw draw, int inputs, int hidden) {
        return network(inputs, weights(draw, inputs * hidden), weights(draw, hidden), weights(draw, 2 * hidden), true);
    }
}
