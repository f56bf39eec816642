package org.vitrine.peers.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Batch;
import org.vitrine.peers.Jvm;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TrainingEngine;
import org.vitrine.peers.ours.VitrineEngine;
import org.vitrine.peers.stock.StockEngine;
import org.vitrine.peers.torch.TorchEngine;

/** The engines that are compared. */
public enum EngineKind {
    VITRINE,
    DEEPLEARNING4J,
    PYTORCH,
    PYTORCH_ONE_THREAD;

    /** Small, so that the networks do not learn their few batches by heart and run into denormal numbers. */
    private static final double LEARNING_RATE = 1e-5;

    /** The network, or nothing if the engine lacks a layer for it. To be called in a process of {@link #jvm} only. */
    Optional<TrainingEngine> create(ReferenceNet net, List<Batch> batches) {
        return switch (this) {
            case VITRINE -> Optional.of(new VitrineEngine(net, LEARNING_RATE, batches));
            case DEEPLEARNING4J -> StockEngine.of(net, LEARNING_RATE, batches);
            case PYTORCH, PYTORCH_ONE_THREAD -> Optional.of(new TorchEngine(net, LEARNING_RATE, batches));
        };
    }

    /** Ours as the launcher starts workers, the others as they come. */
    Jvm jvm(Path scratch) {
        return switch (this) {
            case VITRINE -> Jvm.worker(scratch);
            case DEEPLEARNING4J, PYTORCH -> Jvm.plain();
            case PYTORCH_ONE_THREAD -> Jvm.plain().with("-Dai.djl.pytorch.num_threads=1");
        };
    }
}
