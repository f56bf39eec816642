package org.vitrine.worker.kernels;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** An argument of an operation that wants it in an order of its own. Copies it to and fro, or passes it on if the orders agree. */
final class Converted {
    private final dnnl_memory_desc given;
    private final dnnl_memory_desc wanted;
    private final boolean same;
    private @Nullable Pointer room;
    private @Nullable Primitive in;
    private @Nullable Primitive out;

    Converted(dnnl_memory_desc given, dnnl_memory_desc wanted) {
        this.given = given;
        this.wanted = wanted;
        this.same = dnnl.dnnl_memory_desc_equal(given, wanted) != 0;
    }

    dnnl_memory_desc wanted() {
        return wanted;
    }

    boolean wantsLike(Converted other) {
        return dnnl.dnnl_memory_desc_equal(wanted, other.wanted) != 0;
    }

    /** The array in the wanted order. */
    Pointer take(Pointer array) {
        return same ? array : copy(array);
    }

    /** A copy of the array in the wanted order, free to be changed. */
    Pointer copy(Pointer array) {
        if (in == null) {
            in = Primitive.reorder(given, wanted);
        }
        Pointer copied = room();
        in.run(array, copied);
        return copied;
    }

    /** Where a result goes that is to become this array, and where it stays until the next one. */
    Pointer room(Pointer array) {
        return same ? array : room();
    }

    private Pointer room() {
        if (room == null) {
            room = Memory.allocate(wanted);
        }
        return room;
    }

    /** Moves the result from {@link #room} into the array. */
    void give(Pointer array) {
        if (!same) {
            if (out == null) {
                out = Primitive.reorder(wanted, given);
            }
            out.run(room(), array);
        }
    }
}
