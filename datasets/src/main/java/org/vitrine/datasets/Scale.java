package org.vitrine.datasets;

/** Standardisation of one column, fitted on the training part: scaled = (raw - mean) / deviation. */
public record Scale(double mean, double deviation) {
    public static final Scale IDENTITY = new Scale(0, 1);

    public double apply(double raw) {
        return (raw - mean) / deviation;
    }

    public double invert(double scaled) {
        return scaled * deviation + mean;
    }

    /** One scale for what {@code before} and then this one did. */
    public Scale after(Scale before) {
        return new Scale(before.mean + before.deviation * mean, before.deviation * deviation);
    }
}
