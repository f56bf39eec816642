package org.vitrine.worker.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.memory.Deallocatable;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Frees native arrays some time after their Java owners are gone. The stock service frees them at once, although a native
 * operation that began before may still read them: once the JIT compiler sees that an owner is not used after the call,
 * the garbage collector takes it during the call, and the process crashes (measured: once in some 600 collections while a
 * Transformer trained). Here they are freed after the next {@link #quiescent} moment, or after a time that no single
 * operation takes.
 */
public final class DeferredDeallocation extends DeallocatorService {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ReferenceQueue<Deallocatable> dead = new ReferenceQueue<>();
    private final Set<Owned> owned = ConcurrentHashMap.newKeySet();
    private final Object moments = new Object();
    private long quiescences;

    private static final class Owned extends PhantomReference<Deallocatable> {
        private final Deallocator deallocator;

        Owned(Deallocatable owner, ReferenceQueue<Deallocatable> queue) {
            super(owner, queue);
            this.deallocator = owner.deallocator();
        }
    }

    private DeferredDeallocation() {
        Thread thread = new Thread(this::freeForever, "deferred-deallocation");
        thread.setDaemon(true);
        thread.start();
    }

    /** Replaces ND4J's service in this process, once. What was allocated before stays with the stock service. */
    public static synchronized void install() {
        if (Nd4j.getDeallocatorService() instanceof DeferredDeallocation) {
            return;
        }
        try {
            Field service = Nd4j.class.getDeclaredField("deallocatorService");
            service.setAccessible(true);
            service.set(null, new DeferredDeallocation());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of ND4J keeps its deallocator elsewhere", e);
        }
    }

    /** Tells that no native operation is in progress in any thread: between two iterations. */
    public static void quiescent() {
        if (Nd4j.getDeallocatorService() instanceof DeferredDeallocation service) {
            service.passMoment();
        }
    }

    /** Objects with native memory that were neither collected nor freed yet. */
    static int pending() {
        return Nd4j.getDeallocatorService() instanceof DeferredDeallocation service ? service.owned.size() : 0;
    }

    @Override
    public void pickObject(Deallocatable owner) {
        owned.add(new Owned(owner, dead));
    }

    private void passMoment() {
        synchronized (moments) {
            quiescences++;
            moments.notifyAll();
        }
    }

    private void freeForever() {
        List<Owned> batch = new ArrayList<>();
        try {
            while (true) {
                for (Reference<?> next = dead.remove(); next != null; next = dead.poll()) {
                    batch.add((Owned) next);
                }
                awaitMoment();
                for (Owned gone : batch) {
                    owned.remove(gone);
                    gone.deallocator.deallocate();
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMoment() throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        synchronized (moments) {
            long before = quiescences;
            for (long left = GRACE.toMillis(); quiescences == before && left > 0; ) {
                moments.wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }
}
