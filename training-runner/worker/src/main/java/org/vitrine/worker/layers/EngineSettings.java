package org.vitrine.worker.layers;

import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.memory.DeferredDeallocation;

/** Settings of the DL4J engine that a worker makes once, before its first graph. Threads are the launcher's business. */
public final class EngineSettings {

    private EngineSettings() {}

    /**
     * Switches the periodic garbage collection off, which stops training every few seconds. Arrays outside workspaces are then
     * freed after the Java objects that hold them are gone.
     */
    public static void apply() {
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        DeferredDeallocation.install();
    }
}
