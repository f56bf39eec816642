package org.vitrine.charts.render;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.vitrine.charts.format.Numbers;

/** Round positions on an axis, ascending, and their labels. */
public record Ticks(double[] values, double step) {

    /** The smallest of 1, 2, 5 times a power of ten that is at least {@code raw}. */
    public static double niceStep(double raw) {
        int exponent = (int) Math.floor(Math.log10(raw));
        for (int mantissa : new int[] {1, 2, 5, 10}) {
            double step = times(mantissa, exponent);
            if (step >= raw * (1 - 1e-12)) {
                return step;
            }
        }
        return times(10, exponent);
    }

    // Multiplying by a negative power of ten would give 0.30000000000000004.
    private static double times(double factor, int exponent) {
        return exponent >= 0 ? factor * Math.pow(10, exponent) : factor / Math.pow(10, -exponent);
    }

    /**
     * The multiples within [min, max] of the finest nice step that has at most {@code count} (2 or more) of them. One tick alone
     * says nothing of the scale: then those of the next finer step, of which painters leave out the labels without room.
     */
    public static Ticks linear(double min, double max, int count) {
        double step = niceStep((max - min) / Math.max(2, count) / 2.5);
        double finer = step;
        while (true) {
            double first = Math.ceil(min / step - 1e-9);
            double last = Math.floor(max / step + 1e-9);
            if (last - first + 1 <= Math.max(2, count)) {
                return last > first ? new Ticks(multiples(step, first, last), step) : within(min, max, finer);
            }
            finer = step;
            step = niceStep(step * 1.5);
        }
    }

    private static Ticks within(double min, double max, double step) {
        double first = Math.ceil(min / step - 1e-9);
        double last = Math.floor(max / step + 1e-9);
        return new Ticks(multiples(step, first, last), step);
    }

    private static double[] multiples(double step, double first, double last) {
        int exponent = (int) Math.floor(Math.log10(step) + 1e-9);
        long mantissa = Math.round(step / Math.pow(10, exponent));
        double[] values = new double[(int) (last - first + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = times((first + i) * mantissa, exponent) + 0.0;
        }
        return values;
    }

    /** Powers of ten within [min, max]; with 2 and 5 between if there are few; linear ticks if even those are few. */
    public static Ticks log(double min, double max, int count) {
        int first = (int) Math.floor(Math.log10(min));
        int last = (int) Math.ceil(Math.log10(max));
        int decades = last - first;
        int stride = Math.max(1, (int) Math.ceil((double) decades / Math.max(1, count)));
        double[] values = decades * 3 <= count + 4 ? logTicks(min, max, 1, 1, 2, 5) : logTicks(min, max, stride, 1);
        if (values.length < 2) {
            // One power of ten alone says nothing: better some labels too many, of which those without room are left
            // out.
            values = logTicks(min, max, 1, 1);
        }
        if (values.length < 2) {
            values = logTicks(min, max, 1, 1, 2, 5);
        }
        return values.length >= 2 ? new Ticks(values, Double.NaN) : linear(min, max, count);
    }

    private static double[] logTicks(double min, double max, int stride, double... mantissas) {
        int first = (int) Math.floor(Math.log10(min));
        int last = (int) Math.ceil(Math.log10(max));
        return DoubleStream.iterate(first, e -> e <= last, e -> e + stride)
                .flatMap(e -> Arrays.stream(mantissas).map(m -> times(m, (int) e)))
                .filter(v -> v >= min * (1 - 1e-9) && v <= max * (1 + 1e-9))
                .toArray();
    }

    /** The label of tick {@code index}, with as many decimals as tell neighbours apart. */
    public String label(int index) {
        double value = values[index];
        return Double.isNaN(step) ? Numbers.significant(value, 1) : Numbers.tick(value, step);
    }

    /** The label of a tick of a share in [0, 1] as a percentage. */
    public String percentLabel(int index) {
        double value = 100 * values[index];
        String number = Double.isNaN(step) ? Numbers.significant(value, 1) : Numbers.tick(value, 100 * step);
        return number + "%";
    }
}
