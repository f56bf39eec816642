package org.vitrine.packaging.live;

import java.util.IdentityHashMap;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.live.Seen;
import org.vitrine.app.explain.live.Viewer;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.event.SessionEvent.SessionReady;

/** Notes when questions leave and answers come. Asked on the FX thread. */
final class WatchedViewer implements Viewer {
    private final Viewer viewer;
    private final IntSupplier strokes;
    private final IdentityHashMap<Seen, Trip> trips = new IdentityHashMap<>();

    /**
     * A question and its answer.
     *
     * @param strokes that were drawn when it was asked
     * @param asked in nanoseconds
     * @param answered in nanoseconds: read and on its way to the FX thread
     * @param worker nanoseconds that the worker took
     */
    record Trip(int strokes, long asked, long answered, double worker) {}

    WatchedViewer(Viewer viewer, IntSupplier strokes) {
        this.viewer = viewer;
        this.strokes = strokes;
    }

    @Override
    public CompletableFuture<SessionReady> ready() {
        return viewer.ready();
    }

    @Override
    public CompletableFuture<Seen> look(NewInput input, String method, OptionalInt target, OptionalInt place) {
        int drawn = strokes.getAsInt();
        long asked = System.nanoTime();
        return viewer.look(input, method, target, place).thenApply(seen -> {
            Trip trip = new Trip(drawn, asked, System.nanoTime(), seen.answer().seconds() * 1e9);
            synchronized (trips) {
                trips.put(seen, trip);
            }
            return seen;
        });
    }

    @Nullable
    Trip trip(Seen seen) {
        synchronized (trips) {
            return trips.get(seen);
        }
    }
}
