package org.vitrine.worker.network;

/** Sums up how long the vertices of one network take. Used by one thread at a time. */
final class PassClock {
    /** Nanoseconds: forward by vertex, then backward by vertex. */
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

    /** Adds to {@code sum} what was measured since the last call. */
    void drainTo(long[] sum) {
        for (int i = 0; i < nanos.length; i++) {
            sum[i] += nanos[i];
            nanos[i] = 0;
        }
    }
}
