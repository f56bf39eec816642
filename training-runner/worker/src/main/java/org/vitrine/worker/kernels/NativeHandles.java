package org.vitrine.worker.kernels;

import java.lang.ref.Cleaner;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.global.dnnl;

/** Frees what oneDNN holds for objects that are gone. */
final class NativeHandles {
    private static final Cleaner CLEANER = Cleaner.create();

    private NativeHandles() {}

    static void destroyWith(Object owner, dnnl_primitive primitive, dnnl_memory[] memories) {
        CLEANER.register(owner, () -> {
            dnnl.dnnl_primitive_destroy(primitive);
            for (dnnl_memory memory : memories) {
                dnnl.dnnl_memory_destroy(memory);
            }
        });
    }
}
