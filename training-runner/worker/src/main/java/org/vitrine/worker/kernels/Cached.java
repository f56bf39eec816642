package org.vitrine.worker.kernels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Operations that a thread made, by their sizes: making one takes longer than running it. */
final class Cached {
    private static final int LIMIT = 256;

    private static final ThreadLocal<Map<Object, Object>> MADE = ThreadLocal.withInitial(Recent::new);

    private Cached() {}

    /** @param key a record of the class and of all that tells two operations apart */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> T get(Object key, Supplier<T> make) {
        return (T) Objects.requireNonNull(MADE.get().computeIfAbsent(key, any -> make.get()));
    }

    /** Forgets what was not used for long. */
    private static final class Recent extends LinkedHashMap<Object, Object> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > LIMIT;
        }
    }
}
