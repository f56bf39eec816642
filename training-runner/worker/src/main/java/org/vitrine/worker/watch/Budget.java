package org.vitrine.worker.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.vitrine.runs.RunException;

/**
 * Keeps watching within its share of the time of training. Each kind has a part of the share to itself, or cheap looks would take
 * the turns of dear ones. A look is charged what it took by the clock, and what the iterations behind it took longer than others.
 * What a look is going to cost is what the last ones cost. Where other programs take the processor away in the midst of a look, no
 * more than twice its own processor time is charged: training has to wait for them as well.
 */
final class Budget {

    /** What time is spent on. */
    enum Kind {
        NORMS(0.2, 0.2, 0.002),
        LOAD(0.1, 0.1, 0.002),
        HISTOGRAMS(0.3, 0.1, 0.008),
        PICTURES(0.15, 0, 0.005),
        SURFACE(0, 1.4, 0.03),
        EPOCHS(0.35, 0.2, 0.01);

        private final double weight;
        /** Of models with two inputs, whose steps are so cheap that the playground may take more than all. */
        private final double weightInPlane;

        /** Seconds that may be owed, so that short runs have looks too. */
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

    /** Time in nanoseconds. */
    interface Clock {
        long now();

        /** That the processor spent on this thread. */
        long processor();
    }

    private record ThreadClock(ThreadMXBean threads) implements Clock {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public long processor() {
            return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : now();
        }
    }

    /** Looks of a kind in which Java loads and compiles what they need. */
    private static final int FIRST_LOOKS = 4;
    /** What one of those is charged at most, or it would take the time of all the others of a short run. */
    private static final double FIRST_SECONDS = 0.001;

    private final Clock clock;
    private final boolean plane;
    private final Aftermath aftermath = new Aftermath();
    private final Map<Kind, Account> accounts = new EnumMap<>(Kind.class);
    private double share;
    private double trained;
    private double took;
    private double inStep;
    /** The dearest look since the last step: what comes behind it is charged to its kind. */
    private Kind dearest = Kind.NORMS;

    private double dearestSeconds;

    private static final class Account {
        private int looks;
        private double charged;
        private double expected;
        private double begun;
        private final Behind behind = new Behind();
    }

    /** @param plane whether there is a decision surface to look at */
    Budget(double share, boolean plane) {
        this(share, plane, new ThreadClock(ManagementFactory.getThreadMXBean()));
    }

    Budget(double share, boolean plane, Clock clock) {
        this.share = share;
        this.plane = plane;
        this.clock = clock;
    }

    void setShare(double newShare) {
        share = newShare;
    }

    private Account account(Kind kind) {
        return accounts.computeIfAbsent(kind, any -> new Account());
    }

    /** Whether there is time for another look. */
    boolean affords(Kind kind) {
        if (share >= 1) {
            return true;
        }
        double part = share * (plane ? kind.weightInPlane : kind.weight);
        Account account = account(kind);
        return part > 0 && account.charged + account.expected <= part * (trained + took) + kind.credit;
    }

    /** Looks within a step, for a look that {@link #spend} ends behind it. */
    void compute(Kind kind, Runnable look) {
        long start = clock.now();
        long processor = clock.processor();
        look.run();
        double cost = cost(start, processor);
        account(kind).begun += cost;
        inStep += (clock.now() - start) / 1e9;
    }

    /** Looks between steps, and puts it on the bill. */
    void spend(Kind kind, Look look) throws RunException {
        long start = clock.now();
        long processor = clock.processor();
        look.look();
        Account account = account(kind);
        double cost = cost(start, processor) + account.begun;
        account.begun = 0;
        account.looks++;
        took += cost;
        double charge = account.looks <= FIRST_LOOKS ? Math.min(cost, FIRST_SECONDS) : cost;
        account.charged += charge;
        account.expected = account.looks == 1 ? charge : 0.5 * account.expected + 0.5 * charge;
        if (cost > dearestSeconds) {
            dearest = kind;
            dearestSeconds = cost;
        }
    }

    private double cost(long start, long processor) {
        return Math.min(clock.now() - start, 2 * (clock.processor() - processor)) / 1e9;
    }

    /**
     * A step is over; to be told before what is looked at behind it.
     *
     * @param seconds that it took, with what was looked at within it
     */
    void stepped(double seconds) {
        double alone = Math.max(0, seconds - inStep);
        OptionalDouble longer = aftermath.stepped(alone, dearestSeconds > 0 || inStep > 0);
        double charge = longer.isPresent() ? account(dearest).behind.take(longer.getAsDouble()) : 0;
        account(dearest).charged += charge;
        took += charge;
        trained += alone - Math.min(charge, alone);
        inStep = 0;
        dearestSeconds = 0;
    }

    /** The share of the time of training that watching took so far, first looks and what it slowed down included. */
    double spentShare() {
        return took / Math.max(1e-3, trained + took);
    }
}
