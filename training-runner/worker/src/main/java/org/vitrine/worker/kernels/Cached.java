package org.vitrine.worker.kernels;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Operations that a thread made, by their sizes: making one takes longer than running it. */
final class Cached {
    private static final int LIMIT = 256;

    private static final ThreadLocal<Map<Object, Object>> MADE = ThreadLocal.withInitial(() -> new Recent<>(LIMIT));

    private Cached() {}

    /** @param key a record of the class and of all that tells two operations apart */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> T get(Object key, Supplier<T> make) {
        return (T) Objects.requireNonNull(MADE.get().computeIfAbsent(key, any -> make.get()));
    }
}
