package org.vitrine.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of events from background threads to the JavaFX thread: what arrives between two pulses is handed over in one
 * list at the next pulse, so that a worker that reports a thousand times a second costs one update a frame. While nothing
 * arrives, no pulse is requested. All methods may be called from any thread.
 */
public final class PulseBatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PulseBatcher.class);

    private final Object lock = new Object();
    private final List<Channel<?>> channels = new ArrayList<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean closed;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drain();
        }
    };

    /**
     * Opens a channel: items given to it reach {@code receiver} on the JavaFX thread, in order, once a pulse, never as an
     * empty list. A receiver that throws is logged and gets the next list all the same.
     */
    public <T> Channel<T> onPulse(Consumer<List<T>> receiver) {
        Channel<T> channel = new Channel<>(this, receiver);
        synchronized (lock) {
            channels.add(channel);
        }
        if (closed) {
            channel.close();
        }
        return channel;
    }

    /** Runs the action on the JavaFX thread: at once if this is it, else as soon as it is free. */
    public void runOnFx(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Delivers nothing more; items that wait, and later ones, are dropped. */
    @Override
    public void close() {
        closed = true;
        openChannels().forEach(Channel::close);
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }

    private void drain() {
        boolean idle = true;
        for (Channel<?> channel : openChannels()) {
            idle &= !channel.deliver();
        }
        if (idle) {
            timer.stop();
            awake.set(false);
            // An item may have come between the last delivery and the flag; it saw the flag set and did not wake us.
            if (!closed && openChannels().stream().anyMatch(Channel::waiting)) {
                wake();
            }
        }
    }

    private List<Channel<?>> openChannels() {
        synchronized (lock) {
            return List.copyOf(channels);
        }
    }

    /** A way into the batcher for items of one kind. */
    public static final class Channel<T> implements Consumer<T>, AutoCloseable {
        private final PulseBatcher batcher;
        private final Consumer<List<T>> receiver;
        private List<T> items = new ArrayList<>();
        private boolean open = true;

        private Channel(PulseBatcher batcher, Consumer<List<T>> receiver) {
            this.batcher = batcher;
            this.receiver = receiver;
        }

        @Override
        public void accept(T item) {
            if (add(item)) {
                batcher.wake();
            }
        }

        /** Delivers nothing more of this channel; items that wait, and later ones, are dropped. */
        @Override
        public void close() {
            shut();
            synchronized (batcher.lock) {
                batcher.channels.remove(this);
            }
        }

        private synchronized boolean add(T item) {
            return open && items.add(item);
        }

        private synchronized void shut() {
            open = false;
            items = new ArrayList<>();
        }

        private synchronized boolean waiting() {
            return !items.isEmpty();
        }

        private synchronized List<T> take() {
            List<T> taken = items;
            items = new ArrayList<>();
            return taken;
        }

        private boolean deliver() {
            List<T> taken = take();
            if (taken.isEmpty()) {
                return false;
            }
            try {
                receiver.accept(taken);
            } catch (RuntimeException e) {
                LOG.error("A receiver failed on a batch of {} items", taken.size(), e);
            }
            return true;
        }
    }
}
