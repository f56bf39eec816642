package org.vitrine.worker.kernels;

import java.lang.ref.Reference;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** An operation of oneDNN, made once for its shapes and run many times. Not for several threads at once. */
final class Primitive {
    private final dnnl_primitive primitive = new dnnl_primitive();
    private final dnnl_memory[] memories;
    private final dnnl_exec_arg_t arguments;

    /** An argument and its layout. */
    record Argument(int name, dnnl_memory_desc layout) {}

    Primitive(dnnl_primitive_desc description, List<Argument> list) {
        OneDnn.check(dnnl.dnnl_primitive_create(primitive, description));
        memories = new dnnl_memory[list.size()];
        arguments = new dnnl_exec_arg_t(list.size());
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new dnnl_memory();
            OneDnn.check(dnnl.dnnl_memory_create(memories[i], list.get(i).layout(), OneDnn.engine(), new Pointer()));
            arguments.getPointer(i).arg(list.get(i).name()).memory(memories[i]);
        }
        NativeHandles.destroyWith(this, primitive, memories);
    }

    /** Copies an array from one layout into another. */
    static Primitive reorder(dnnl_memory_desc from, dnnl_memory_desc to) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(
                dnnl.dnnl_reorder_primitive_desc_create(description, from, OneDnn.engine(), to, OneDnn.engine(), null));
        return new Primitive(
                description, List.of(new Argument(dnnl.DNNL_ARG_FROM, from), new Argument(dnnl.DNNL_ARG_TO, to)));
    }

    /** @param data the arrays in the order of the arguments */
    void run(Pointer... data) {
        try {
            for (int i = 0; i < memories.length; i++) {
                OneDnn.check(dnnl.dnnl_memory_set_data_handle(memories[i], data[i]));
            }
            OneDnn.check(dnnl.dnnl_primitive_execute(primitive, OneDnn.stream(), memories.length, arguments));
        } finally {
            // Else the collector may free the primitive while it runs.
            Reference.reachabilityFence(this);
        }
    }
}
