package org.vitrine.app.shared;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work off the FX thread of which only the last counts: what came before is interrupted, and its result dropped. To be used
 * on the FX thread.
 */
public final class Latest {
    private final Background background;
    private final ScheduledExecutorService timer;
    private @Nullable FutureTask<?> current;

    public Latest(Background background, ScheduledExecutorService timer) {
        this.background = background;
        this.timer = timer;
    }

    /**
     * Runs {@code work} on a worker thread, then one of the consumers on the FX thread, unless other work came meanwhile.
     *
     * @param delay milliseconds to wait for other work first: a slider that moves asks often
     */
    public <T> void run(long delay, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        cancel();
        FutureTask<T> task = new FutureTask<>(work) {
            @Override
            protected void done() {
                if (!isCancelled()) {
                    background.fx().execute(() -> settle(this, done, failed));
                }
            }
        };
        current = task;
        if (delay <= 0) {
            background.workers().execute(task);
        } else {
            Future<?> unused = timer.schedule(() -> background.workers().execute(task), delay, TimeUnit.MILLISECONDS);
        }
    }

    /** Gives up what is under way. */
    public void cancel() {
        if (current != null) {
            current.cancel(true);
            current = null;
        }
    }

    private <T> void settle(FutureTask<T> task, Consumer<T> done, Consumer<Exception> failed) {
        if (current != task) {
            return;
        }
        current = null;
        T result;
        try {
            result = task.get();
        } catch (ExecutionException e) {
            failed.accept(e.getCause() instanceof Exception cause ? cause : e);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (CancellationException e) {
            return;
        }
        done.accept(result);
    }
}
