package org.vitrine.peers.bench;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.RunException;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.OutputTaker;
import org.vitrine.worker.train.TrainingWatch;

/** Has a training wait after some iterations until it is its turn again, and counts what its watch takes by the clock. */
final class TurnTaking implements TrainingWatch {
    private final TrainingWatch watch;
    private final int steps;
    private final Semaphore mine = new Semaphore(0);
    private final Semaphore others = new Semaphore(0);
    private int done;
    private final AtomicLong nanos = new AtomicLong();

    /** @param steps of a turn */
    TurnTaking(TrainingWatch watch, int steps) {
        this.watch = watch;
        this.steps = steps;
    }

    /** Lets the training have a turn, and waits for its end. */
    void turn() {
        mine.release();
        others.acquireUninterruptibly();
    }

    /** What the watch took so far, in seconds. */
    double watchSeconds() {
        return nanos.get() / 1e9;
    }

    /** To be called by the training's thread before it does anything. */
    void await() {
        mine.acquireUninterruptibly();
    }

    private void count(long start) {
        nanos.addAndGet(System.nanoTime() - start);
    }

    @Override
    public void begin(Network network, int iterations, int epochs, double seconds) throws RunException {
        long start = System.nanoTime();
        watch.begin(network, iterations, epochs, seconds);
        count(start);
    }

    @Override
    public boolean wantsStep() {
        return watch.wantsStep();
    }

    @Override
    public void differentiated(Network network) {
        long start = System.nanoTime();
        watch.differentiated(network);
        count(start);
    }

    @Override
    public void updated(Network network) {
        long start = System.nanoTime();
        watch.updated(network);
        count(start);
    }

    @Override
    public void stepDone(Network network, Step step) throws RunException {
        long start = System.nanoTime();
        watch.stepDone(network, step);
        count(start);
        if (++done % steps == 0) {
            others.release();
            await();
        }
    }

    @Override
    public @Nullable OutputTaker validation() {
        return watch.validation();
    }

    @Override
    public void epochDone(Network network, int iterations, int epochs, boolean last) throws RunException {
        long start = System.nanoTime();
        watch.epochDone(network, iterations, epochs, last);
        count(start);
    }
}
