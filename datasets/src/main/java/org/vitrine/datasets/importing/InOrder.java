package org.vitrine.datasets.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vitrine.datasets.DatasetException;

/** Works on several inputs at once, but hands the results over one by one in the order of the inputs. */
final class InOrder {
    private static final int MOST_THREADS = 4;

    private InOrder() {}

    /** What to do with one input. */
    @FunctionalInterface
    interface Work<A, B> {
        B on(A input) throws DatasetException;
    }

    /** What to do with one result, on the caller's thread. */
    @FunctionalInterface
    interface Take<B> {
        void take(B result) throws DatasetException;
    }

    /**
     * Works until all is done or something fails.
     *
     * @param name how messages call it
     * @throws DatasetException also if the thread was interrupted; then no thread works on
     */
    static <A, B> void run(String name, Iterable<A> inputs, Work<A, B> work, Take<B> take) throws DatasetException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "import");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<B>> ahead = new ArrayDeque<>();
            Iterator<A> left = inputs.iterator();
            while (left.hasNext() || !ahead.isEmpty()) {
                while (left.hasNext() && ahead.size() < 2 * threads) {
                    A input = left.next();
                    ahead.add(pool.submit(() -> work.on(input)));
                }
                take.take(ahead.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatasetException("Loading " + name + " was cancelled.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DatasetException known) {
                throw known;
            }
            throw new IllegalStateException("Importing " + name + " failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
