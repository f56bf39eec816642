package org.vitrine.worker.watch;

import java.util.EnumMap;
import java.util.Map;
import org.vitrine.runs.RunException;

/**
 * Keeps watching within its share of the time. Each kind has a part of the share to itself, or cheap looks would take the turns of
 * dear ones; what a look is going to cost is what the last ones cost.
 */
final class Budget {

    /** What time is spent on. */
    enum Kind {
        NORMS(0.2, 0.2, 0.02),
        LOAD(0.1, 0.1, 0.02),
        HISTOGRAMS(0.3, 0.1, 0.02),
        PICTURES(0.15, 0, 0.02),
        SURFACE(0, 2.2, 0.15),
        EPOCHS(0.35, 0.2, 0.1);

        private final double weight;
        /** Of models with two inputs, whose steps are so cheap that the playground may take more than all. */
        private final double weightInPlane;

        /** Seconds that may be owed: the first looks are slow since Java compiles them, and short runs have few. */
        private final double credit;

        Kind(double weight, double weightInPlane, double credit) {
            this.weight = weight;
            this.weightInPlane = weightInPlane;
            this.credit = credit;
        }
    }

    /** Something that is looked at. */
    @FunctionalInterface
    interface Look {
        void look() throws RunException;
    }

    private final boolean plane;
    private final long began = System.nanoTime();
    private final Map<Kind, Double> spent = new EnumMap<>(Kind.class);
    private final Map<Kind, Double> expected = new EnumMap<>(Kind.class);
    private double share;

    /**
     * A budget that starts now.
     *
     * @param plane whether there is a decision surface to look at
     */
    Budget(double share, boolean plane) {
        this.share = share;
        this.plane = plane;
        for (Kind kind : Kind.values()) {
            spent.put(kind, 0.0);
            expected.put(kind, 0.0);
        }
    }

    void setShare(double newShare) {
        share = newShare;
    }

    /** Whether there is time for another look. */
    boolean affords(Kind kind) {
        if (share >= 1) {
            return true;
        }
        double part = share * (plane ? kind.weightInPlane : kind.weight);
        double cost = expected.getOrDefault(kind, 0.0);
        return part > 0 && spent.getOrDefault(kind, 0.0) + cost <= part * seconds() + kind.credit;
    }

    /** Looks, and puts it on the bill. */
    void spend(Kind kind, Look look) throws RunException {
        long start = System.nanoTime();
        look.look();
        charge(kind, start);
    }

    /** The same with a look that writes nothing. */
    void compute(Kind kind, Runnable look) {
        long start = System.nanoTime();
        look.run();
        charge(kind, start);
    }

    private void charge(Kind kind, long start) {
        double cost = (System.nanoTime() - start) / 1e9;
        spent.merge(kind, cost, Double::sum);
        // The first looks are dear since Java compiles them: later ones count more.
        expected.merge(kind, cost, (before, now) -> before == 0 ? now : 0.5 * before + 0.5 * now);
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The share of the time that was spent so far. */
    double spentShare() {
        return spent.values().stream().mapToDouble(Double::doubleValue).sum() / Math.max(1e-3, seconds());
    }
}
