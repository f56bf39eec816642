package org.vitrine.worker.network;

import java.util.Arrays;

/** Sums up how long the vertices of one network take. Used by one thread at a time. */
final class PassClock {
    private final long[] nanos;

    PassClock(int vertices) {
        nanos = new long[2 * vertices];
    }

    void forward(int vertex, long began) {
        nanos[vertex] += System.nanoTime() - began;
    }

    void backward(int vertex, long began) {
        nanos[nanos.length / 2 + vertex] += System.nanoTime() - began;
    }

    /** What was measured since the last call: forward by vertex, then backward by vertex. */
    long[] drain() {
        long[] measured = nanos.clone();
        Arrays.fill(nanos, 0);
        return measured;
    }
}
