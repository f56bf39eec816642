package org.vitrine.datasets.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures of how two columns go together. */
final class Association {
    private Association() {}

    /** In bits, from the shares of the pairs (Shannon 1948); 0 without rows. */
    static double mutualInformation(int[] x, int[] y) {
        Map<Integer, Integer> ofX = new HashMap<>();
        Map<Integer, Integer> ofY = new HashMap<>();
        Map<Long, Integer> ofBoth = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            ofX.merge(x[i], 1, Integer::sum);
            ofY.merge(y[i], 1, Integer::sum);
            ofBoth.merge(((long) x[i] << 32) | (y[i] & 0xffffffffL), 1, Integer::sum);
        }
        double bits = 0;
        for (Map.Entry<Long, Integer> both : ofBoth.entrySet()) {
            double countX = ofX.getOrDefault((int) (both.getKey() >> 32), 0);
            double countY = ofY.getOrDefault(both.getKey().intValue(), 0);
            double share = both.getValue() / (double) x.length;
            bits += share * Math.log(both.getValue() * (double) x.length / (countX * countY));
        }
        return Math.max(0, bits / Math.log(2));
    }

    /** Pearson's; NaN if one of them is constant. */
    static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }

    /** Root of the share of the values' variance that lies between the classes (Pearson's eta); NaN if they are constant. */
    static double correlationRatio(int[] classes, double[] values) {
        int most = IntStream.of(classes).max().orElse(-1) + 1;
        double[] sums = new double[most];
        int[] counts = new int[most];
        double mean = mean(values);
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            sums[classes[i]] += values[i] - mean;
            counts[classes[i]]++;
            all += (values[i] - mean) * (values[i] - mean);
        }
        double between = 0;
        for (int c = 0; c < most; c++) {
            between += counts[c] == 0 ? 0 : sums[c] * sums[c] / counts[c];
        }
        return Math.sqrt(Math.min(1, between / all));
    }

    /** Ranks from 1 on; equal values share the mean of theirs. */
    static double[] ranks(double[] values) {
        int[] order = order(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = endOfEqual(values, order, from);
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** A bin for each value, all of about equally many; equal values share a bin, and few different ones have a bin each. */
    static int[] equalBins(double[] values, int bins) {
        int[] order = order(values);
        int different = 0;
        for (int from = 0; from < order.length; from = endOfEqual(values, order, from)) {
            different++;
        }
        int[] codes = new int[values.length];
        int bin = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfEqual(values, order, from);
            int code = different <= bins ? bin++ : (int) ((from + to - 1) / 2L * bins / order.length);
            for (int i = from; i < to; i++) {
                codes[order[i]] = code;
            }
            from = to;
        }
        return codes;
    }

    private static int endOfEqual(double[] values, int[] order, int from) {
        int to = from + 1;
        while (to < order.length && values[order[to]] == values[order[from]]) {
            to++;
        }
        return to;
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
