package org.vitrine.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ctrl+C and its kin: lets a command end in order. */
interface Interrupts {

    /** From now on runs {@code action} when the user interrupts; null ends the process at once. */
    void onInterrupt(@Nullable Runnable action);

    /** Tells that the command is done, with its exit code. */
    void finished(int exitCode);

    /** Those of this process: after the action they give the command two minutes to end. */
    static Interrupts ofProcess() {
        AtomicReference<@Nullable Runnable> current = new AtomicReference<>();
        CountDownLatch finished = new CountDownLatch(1);
        AtomicInteger code = new AtomicInteger(ExitCode.STOPPED);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            Runnable action = current.get();
                            if (action != null && finished.getCount() > 0) {
                                action.run();
                                await(finished);
                                Runtime.getRuntime().halt(code.get());
                            }
                        },
                        "interrupted"));
        return new Interrupts() {
            @Override
            public void onInterrupt(@Nullable Runnable action) {
                current.set(action);
            }

            @Override
            public void finished(int exitCode) {
                code.set(exitCode);
                finished.countDown();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(2, TimeUnit.MINUTES)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
