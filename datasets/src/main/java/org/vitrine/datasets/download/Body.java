package org.vitrine.datasets.download;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The content of an answer as it comes in, so that a server that falls silent, and a user who cancels, are noticed. */
final class Body implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    /** What came: bytes, a failure, or the end. */
    private record Item(List<ByteBuffer> bytes, @Nullable Throwable failure, boolean end) {}

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Duration idle;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    /** @param idle the longest wait for the next bytes */
    Body(Duration idle) {
        this.idle = idle;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        items.add(new Item(bytes, null, false));
    }

    @Override
    public void onError(Throwable failure) {
        items.add(new Item(List.of(), failure, true));
    }

    @Override
    public void onComplete() {
        items.add(new Item(List.of(), null, true));
    }

    /**
     * The next bytes; an empty list at the end.
     *
     * @throws HttpTimeoutException if none came for too long
     * @throws IOException if the connection broke
     * @throws CancellationException if {@code cancelled} says so, or the thread is interrupted
     */
    List<ByteBuffer> next(BooleanSupplier cancelled) throws IOException {
        long deadline = System.nanoTime() + idle.toNanos();
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Item item = poll();
            if (item != null) {
                if (item.failure() != null) {
                    throw new IOException(item.failure().getMessage(), item.failure());
                }
                Flow.Subscription source = subscription;
                if (source != null && !item.end()) {
                    source.request(1);
                }
                if (item.end() || !item.bytes().isEmpty()) {
                    return item.bytes();
                }
            }
            if (System.nanoTime() > deadline) {
                throw new HttpTimeoutException("nothing came for " + idle.toMillis() / 1000.0 + " s");
            }
        }
    }

    private @Nullable Item poll() {
        try {
            return items.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Ends the connection if the content has not come to its end. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
