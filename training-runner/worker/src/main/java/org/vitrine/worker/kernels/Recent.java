package org.vitrine.worker.kernels;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps so many entries and forgets the one that was not used for longest. */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int limit;

    public Recent(int limit) {
        super(16, 0.75f, true);
        this.limit = limit;
    }

    /** For training, its last batch, evaluation and its last batch. */
    public static <V> Recent<Long, V> byBatchSize() {
        return new Recent<>(4);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
