package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.edit.Collapse;
import org.vitrine.graph.edit.SetRepeat;
import org.vitrine.graph.edit.Unpack;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.Network;

class BlockTrainingTest {
    private static final NodeId ENCODER = new NodeId("encoder");

    @TempDir
    Path folder;

    private record Trained(float[] weights, List<Double> losses, Set<String> layers) {}

    /** A Transformer whose encoder is a block that stands there twice. */
    private static GraphDocument nested() {
        GraphDocument flat = new GraphDocument(
                "blocks",
                "",
                DataReference.of("token-order"),
                Models.transformer(8, 12, 0.1),
                Map.of(),
                Settings.adam(1, 64, 0.01));
        Set<NodeId> encoder = Set.of(
                new NodeId("attention"),
                new NodeId("add1"),
                new NodeId("norm1"),
                new NodeId("feedforward"),
                new NodeId("add2"),
                new NodeId("norm2"));
        return new SetRepeat(ENCODER, 2).apply(new Collapse(encoder, ENCODER, "Encoder").apply(flat));
    }

    private Trained train(GraphDocument document, String name) throws Exception {
        RunDirectory run = new RunStore(folder.resolve(name)).create(document, new Device.Cpu());
        List<RunEvent> events = new ArrayList<>();
        assertThat(new TrainingJob(run, new Device.Cpu(), (a, b, c, d) -> TrainingWatch.NONE, events::add, () -> {})
                        .run())
                .isEqualTo(Trainer.Outcome.FINISHED);
        assertThat(run.readDocument()).isEqualTo(document);
        Network network =
                SavedWeights.load(run, run.readDocument(), run.loadData(DatasetCatalogue.builtIn()), note -> {});
        return new Trained(
                network.params().data().asFloat(),
                events.stream()
                        .filter(RunEvent.EpochDone.class::isInstance)
                        .map(event -> ((RunEvent.EpochDone) event).trainLoss())
                        .toList(),
                network.paramTable().keySet());
    }

    @Test
    void aRepeatedBlockTrainsBitByBitLikeItsFlatTwin() throws Exception {
        GraphDocument nested = nested();
        Trained blocks = train(nested, "nested");
        Trained flat = train(nested.flat(), "flat");
        Trained unpacked = train(new Unpack(ENCODER).apply(nested), "unpacked");

        assertThat(blocks.losses()).hasSize(1).isEqualTo(flat.losses()).isEqualTo(unpacked.losses());
        assertThat(blocks.weights()).containsExactly(flat.weights()).containsExactly(unpacked.weights());
        assertThat(blocks.layers()).anyMatch(name -> name.startsWith("encoder.2.attention_"));
    }
}
