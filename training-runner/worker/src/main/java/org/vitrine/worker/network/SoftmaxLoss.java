package org.vitrine.worker.network;

/**
 * Cross entropy of softmax(z) with a target, in nats: - sum over k of q(k) (1 - p(k))^focusing log p(k), where q is the
 * target's class with the smoothing share spread evenly over all classes (Szegedy et al. 2016; Lin et al. 2017). Scores in
 * memory are [n, classes, steps], so that one step is the plain case.
 */
record SoftmaxLoss(int classes, double smoothing, double focusing) {

    /**
     * Scores all steps that have a target.
     *
     * @param z [examples, classes, steps]
     * @param targets [examples, steps], negative where a step has none
     * @param gradient of the shape of z, receives the gradient of the mean over all targets; empty if not wanted
     */
    Score score(double[] z, float[] targets, int examples, double[] gradient) {
        int steps = targets.length / Math.max(1, examples);
        long count = count(targets);
        double loss = 0;
        long right = 0;
        double[] most = new double[steps];
        double[] sums = new double[steps];
        int[] best = new int[steps];
        double[] exponentials = gradient.length > 0 ? gradient : new double[classes * steps];
        for (int i = 0; i < examples; i++) {
            int start = i * classes * steps;
            int work = gradient.length > 0 ? start : 0;
            maxima(z, start, most, best);
            exponentials(z, start, most, exponentials, work, sums);
            for (int t = 0; t < steps; t++) {
                int target = (int) targets[i * steps + t];
                if (target < 0) {
                    continue;
                }
                right += best[t] == target && Double.isFinite(sums[t]) ? 1 : 0;
                loss += focusing > 0
                        ? focal(exponentials, work + t, steps, sums[t], target)
                        : crossEntropy(z, start + t, steps, most[t] + Math.log(sums[t]), target);
            }
            if (gradient.length > 0) {
                differentiate(gradient, start, targets, i * steps, sums, (double) count);
            }
        }
        return new Score(examples, (double) count, loss, (double) right);
    }

    static long count(float[] targets) {
        long count = 0;
        for (float target : targets) {
            count += target >= 0 ? 1 : 0;
        }
        return count;
    }

    private void maxima(double[] z, int start, double[] most, int[] best) {
        int steps = most.length;
        System.arraycopy(z, start, most, 0, steps);
        java.util.Arrays.fill(best, 0);
        for (int k = 1; k < classes; k++) {
            for (int t = 0, place = start + k * steps; t < steps; t++, place++) {
                if (z[place] > most[t]) {
                    most[t] = z[place];
                    best[t] = k;
                }
            }
        }
    }

    private void exponentials(double[] z, int start, double[] most, double[] into, int work, double[] sums) {
        int steps = most.length;
        java.util.Arrays.fill(sums, 0);
        for (int k = 0; k < classes; k++) {
            for (int t = 0; t < steps; t++) {
                double power = Math.exp(z[start + k * steps + t] - most[t]);
                into[work + k * steps + t] = power;
                sums[t] += power;
            }
        }
    }

    /** Share of the target that class k gets. */
    private double share(int k, int target) {
        return smoothing / classes + (k == target ? 1 - smoothing : 0);
    }

    /** @param logSum log of the sum of exp z */
    private double crossEntropy(double[] z, int place, int steps, double logSum, int target) {
        double loss = (1 - smoothing) * (logSum - z[place + target * steps]);
        if (smoothing > 0) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += logSum - z[place + k * steps];
            }
            loss += smoothing / classes * sum;
        }
        return loss;
    }

    private double focal(double[] powers, int place, int steps, double sum, int target) {
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            double share = share(k, target);
            if (share > 0) {
                double p = powers[place + k * steps] / sum;
                loss -= share * Math.pow(1 - p, focusing) * Math.log(Math.max(p, Double.MIN_NORMAL));
            }
        }
        return loss;
    }

    /** Turns the exponentials of one example in place into its gradient. */
    private void differentiate(double[] values, int start, float[] targets, int first, double[] sums, double count) {
        int steps = sums.length;
        for (int k = 0; k < classes; k++) {
            for (int t = 0, place = start + k * steps; t < steps; t++, place++) {
                values[place] = targets[first + t] < 0 ? 0 : values[place] / sums[t];
            }
        }
        for (int t = 0; t < steps; t++) {
            int target = (int) targets[first + t];
            if (target < 0) {
                continue;
            }
            if (focusing > 0) {
                differentiateFocal(values, start + t, steps, target, count);
                continue;
            }
            for (int k = 0, place = start + t; k < classes; k++, place += steps) {
                values[place] = (values[place] - smoothing / classes) / count;
            }
            values[start + t + target * steps] -= (1 - smoothing) / count;
        }
    }

    /** With g(k) = q(k) p(k) f'(p(k)) and f(p) = -(1 - p)^focusing log p the gradient is g(j) - p(j) sum g. */
    private void differentiateFocal(double[] p, int place, int steps, int target, double count) {
        double[] slopes = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double probability = Math.max(p[place + k * steps], Double.MIN_NORMAL);
            double rest = 1 - probability;
            double slope = rest <= 0
                    ? 0
                    : focusing * probability * Math.pow(rest, focusing - 1) * Math.log(probability)
                            - Math.pow(rest, focusing);
            slopes[k] = share(k, target) * slope;
            sum += slopes[k];
        }
        for (int k = 0; k < classes; k++) {
            p[place + k * steps] = (slopes[k] - p[place + k * steps] * sum) / count;
        }
    }
}
