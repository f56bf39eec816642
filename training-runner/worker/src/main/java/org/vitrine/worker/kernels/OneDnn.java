package org.vitrine.worker.kernels;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The oneDNN library: one engine for the process and one stream for each thread. Operations run on the calling thread and, if
 * OpenMP has more than one thread, on those.
 */
public final class OneDnn {
    /** Set to false to compute everything with ND4J. */
    public static final String SWITCH = "vitrine.onednn";

    private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);
    private static final boolean AVAILABLE = load();
    private static final ThreadLocal<dnnl_stream> STREAM = ThreadLocal.withInitial(OneDnn::newStream);

    private OneDnn() {}

    private static boolean load() {
        if (!Boolean.parseBoolean(System.getProperty(SWITCH, "true"))) {
            return false;
        }
        try {
            Loader.load(dnnl.class);
            return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
        } catch (LinkageError e) {
            LOG.warn("oneDNN can not be used here, training will be slower", e);
            return false;
        }
    }

    /** Whether arrays lie in host memory and the library could be loaded. */
    public static boolean isAvailable() {
        return AVAILABLE;
    }

    /** Whether arrays of this type can be computed with here. */
    public static boolean serves(DataType type) {
        return AVAILABLE && type == DataType.FLOAT;
    }

    /** Whether this array can be computed with here. */
    public static boolean serves(INDArray array) {
        return serves(array.dataType());
    }

    static dnnl_engine engine() {
        return Engine.CPU;
    }

    static dnnl_stream stream() {
        return STREAM.get();
    }

    private static dnnl_stream newStream() {
        dnnl_stream stream = new dnnl_stream();
        check(dnnl.dnnl_stream_create(stream, engine(), dnnl.dnnl_stream_default_flags));
        return stream;
    }

    /** Throws if a call of the library failed. */
    static void check(int status) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN refused an operation with status " + status);
        }
    }

    /** Created when first used. */
    private static final class Engine {
        private static final dnnl_engine CPU = create();

        private static dnnl_engine create() {
            dnnl_engine engine = new dnnl_engine();
            check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0));
            return engine;
        }
    }
}
