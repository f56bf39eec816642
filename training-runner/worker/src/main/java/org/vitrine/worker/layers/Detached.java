package org.vitrine.worker.layers;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays that outlive every workspace. */
public final class Detached {

    private Detached() {}

    /** Creates an array outside the workspaces that are open. */
    public static INDArray create(Supplier<INDArray> creation) {
        MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
        try {
            return creation.get();
        } finally {
            outside.close();
        }
    }
}
