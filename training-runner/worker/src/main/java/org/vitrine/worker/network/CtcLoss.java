package org.vitrine.worker.network;

import java.util.Arrays;

/**
 * Connectionist temporal classification of one example (Graves et al. 2006): minus the log of the summed probability of all
 * ways to place labels and blanks on the steps. Works with logarithms throughout.
 *
 * @param labels kinds of label; the blank comes behind them
 */
record CtcLoss(int labels) {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    int units() {
        return labels + 1;
    }

    /**
     * The loss of one example.
     *
     * @param z scores [units, stride] from {@code start} on, of which the first {@code steps} columns count
     * @param gradient receives the gradient times {@code scale} at the same places; empty if not wanted
     */
    double loss(double[] z, int start, int stride, int steps, int[] row, double[] gradient, double scale) {
        double[][] logs = logSoftmax(z, start, stride, steps);
        int[] path = withBlanks(row);
        double[][] forward = forward(logs, path);
        double[] last = forward[steps - 1];
        int end = path.length - 1;
        double total = end == 0 ? last[0] : add(last[end], last[end - 1]);
        if (gradient.length > 0) {
            differentiate(logs, path, forward, total, gradient, start, stride, scale);
        }
        return -total;
    }

    /** The fewest steps that hold the labels: equal neighbours need a blank between them. */
    static int leastSteps(int[] row) {
        int steps = row.length;
        for (int i = 1; i < row.length; i++) {
            steps += row[i] == row[i - 1] ? 1 : 0;
        }
        return Math.max(1, steps);
    }

    private double[][] logSoftmax(double[] z, int start, int stride, int steps) {
        double[][] logs = new double[steps][units()];
        for (int t = 0; t < steps; t++) {
            double most = NEVER;
            for (int k = 0; k < units(); k++) {
                logs[t][k] = z[start + k * stride + t];
                most = Math.max(most, logs[t][k]);
            }
            double sum = 0;
            for (double value : logs[t]) {
                sum += Math.exp(value - most);
            }
            double logSum = most + Math.log(sum);
            for (int k = 0; k < units(); k++) {
                logs[t][k] -= logSum;
            }
        }
        return logs;
    }

    private int[] withBlanks(int[] row) {
        int[] path = new int[2 * row.length + 1];
        Arrays.fill(path, labels);
        for (int i = 0; i < row.length; i++) {
            path[2 * i + 1] = row[i];
        }
        return path;
    }

    /** Whether a place of the path can be reached from two places before it. */
    private boolean skips(int[] path, int place) {
        return place >= 2 && path[place] != labels && path[place] != path[place - 2];
    }

    /** Log probability of all beginnings that are at each place of the path after each step. */
    private double[][] forward(double[][] logs, int[] path) {
        double[][] forward = new double[logs.length][path.length];
        for (int t = 0; t < logs.length; t++) {
            for (int s = 0; s < path.length; s++) {
                double before = t == 0 ? (s < 2 ? 0 : NEVER) : forward[t - 1][s];
                if (t > 0 && s > 0) {
                    before = add(before, forward[t - 1][s - 1]);
                }
                if (t > 0 && skips(path, s)) {
                    before = add(before, forward[t - 1][s - 2]);
                }
                forward[t][s] = before + logs[t][path[s]];
            }
        }
        return forward;
    }

    /** With p(t, k) the chance that step t emits k on a right path, the gradient is softmax - p. */
    private void differentiate(
            double[][] logs,
            int[] path,
            double[][] forward,
            double total,
            double[] gradient,
            int start,
            int stride,
            double scale) {
        double[] after = new double[path.length];
        double[] next = new double[path.length];
        for (int t = logs.length - 1; t >= 0; t--) {
            for (int k = 0; k < units(); k++) {
                gradient[start + k * stride + t] = scale * Math.exp(logs[t][k]);
            }
            for (int s = 0; s < path.length; s++) {
                next[s] = t == logs.length - 1
                        ? (s >= path.length - 2 ? 0 : NEVER)
                        : reached(logs[t + 1], path, after, s);
                gradient[start + path[s] * stride + t] -= scale * Math.exp(forward[t][s] + next[s] - total);
            }
            double[] swap = after;
            after = next;
            next = swap;
        }
    }

    /** Log probability of all endings after a step at place s; {@code after} holds those of the next step. */
    private double reached(double[] logs, int[] path, double[] after, int s) {
        double sum = after[s] + logs[path[s]];
        if (s + 1 < path.length) {
            sum = add(sum, after[s + 1] + logs[path[s + 1]]);
        }
        if (s + 2 < path.length && skips(path, s + 2)) {
            sum = add(sum, after[s + 2] + logs[path[s + 2]]);
        }
        return sum;
    }

    /** log(exp a + exp b). */
    private static double add(double a, double b) {
        double most = Math.max(a, b);
        return most == NEVER ? NEVER : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }

    /** The likeliest unit at each step, without repetitions and blanks. */
    int[] decode(double[] z, int start, int stride, int steps) {
        int[] row = new int[steps];
        int length = 0;
        int before = labels;
        for (int t = 0; t < steps; t++) {
            int best = 0;
            for (int k = 1; k < units(); k++) {
                if (z[start + k * stride + t] > z[start + best * stride + t]) {
                    best = k;
                }
            }
            if (best != before && best != labels) {
                row[length++] = best;
            }
            before = best;
        }
        return Arrays.copyOf(row, length);
    }
}
