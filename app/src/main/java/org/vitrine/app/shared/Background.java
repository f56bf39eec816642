package org.vitrine.app.shared;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work off the FX thread whose result comes back to it.
 *
 * @param workers where work runs
 * @param fx runs on the FX thread
 */
public record Background(Executor workers, Executor fx) {

    /** Runs {@code work} on a worker thread, then one of the two consumers on the FX thread. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        workers.execute(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                fx.execute(() -> failed.accept(e));
                return;
            }
            fx.execute(() -> done.accept(result));
        });
    }
}
